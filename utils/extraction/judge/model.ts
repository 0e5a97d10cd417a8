import { FEATURE_NAMES } from './features.ts';
import trained from './model.json' with { type: 'json' };

/**
 * Gradient-boosted trees (J. H. Friedman, "Greedy function approximation", Annals of Statistics 29, 2001) as
 * numbers, made by `npm run train`. A tree is a list of nodes of four numbers: feature, threshold, index of the
 * node for "at most", index of the node for "more"; a leaf has feature -1 and its value as threshold.
 */
export interface Model {
  readonly features: readonly string[];
  readonly base: number;
  readonly trees: readonly (readonly number[])[];
}

const NODE = 4;

/** Log odds from which a block is taken; below even, for a lost sentence is worse than a line too many. */
export const THRESHOLD = -0.5;

/** Whether a block with these features is taken for a part of the article. */
export function isInArticle(features: ArrayLike<number>, model: Model = trained): boolean {
  return scoreBlock(features, model) > THRESHOLD;
}

/** Log odds that a block with these features belongs to the article. */
export function scoreBlock(features: ArrayLike<number>, model: Model = trained): number {
  let score = model.base;
  for (const tree of packedTrees(model)) {
    let at = 0;
    let feature = tree[0] ?? -1;
    while (feature >= 0) {
      const isMore = (features[feature] ?? 0) > (tree[at + 1] ?? 0);
      at = (tree[at + (isMore ? 3 : 2)] ?? 0) * NODE;
      feature = tree[at] ?? -1;
    }
    score += tree[at + 1] ?? 0;
  }
  return score;
}

const packed = new WeakMap<Model, readonly Float64Array[]>();

/** Lists of mixed numbers are slow to read; a model is packed when it is first asked. */
function packedTrees(model: Model): readonly Float64Array[] {
  let trees = packed.get(model);
  if (!trees) {
    trees = model.trees.map((tree) => Float64Array.from(tree));
    packed.set(model, trees);
  }
  return trees;
}

/** False where the features have changed since the model was trained: it must be trained again. */
export function isCurrent(model: Model = trained): boolean {
  return model.features.join() === FEATURE_NAMES.join();
}
