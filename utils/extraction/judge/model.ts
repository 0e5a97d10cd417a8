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
const THRESHOLD = -0.5;

/** Whether a block with these features is taken for a part of the article. */
export function isTaken(features: readonly number[], model: Model = trained): boolean {
  return scoreBlock(features, model) > THRESHOLD;
}

/** Log odds that a block with these features belongs to the article. */
export function scoreBlock(features: readonly number[], model: Model = trained): number {
  let score = model.base;
  for (const tree of model.trees) {
    let at = 0;
    while ((tree[at] ?? -1) >= 0) {
      const isMore = (features[tree[at] ?? 0] ?? 0) > (tree[at + 1] ?? 0);
      at = (tree[at + (isMore ? 3 : 2)] ?? 0) * NODE;
    }
    score += tree[at + 1] ?? 0;
  }
  return score;
}

/** False where the features have changed since the model was trained: it must be trained again. */
export function isCurrent(model: Model = trained): boolean {
  return model.features.join() === FEATURE_NAMES.join();
}
