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
  const { roots, nodes } = packedTrees(model);
  let score = model.base;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let at = roots[tree] as number;
    let feature = nodes[at] as number;
    while (feature >= 0) {
      const isMore = (features[feature] as number) > (nodes[at + 1] as number);
      at = nodes[at + (isMore ? 3 : 2)] as number;
      feature = nodes[at] as number;
    }
    score += nodes[at + 1] as number;
  }
  return score;
}

/** All trees in one list of nodes, which name the places of their followers in it; and where each tree begins. */
interface PackedTrees {
  readonly roots: Int32Array;
  readonly nodes: Float64Array;
}

const packed = new WeakMap<Model, PackedTrees>();

/** Lists of mixed numbers are slow to read; a model is packed when it is first asked. */
function packedTrees(model: Model): PackedTrees {
  let trees = packed.get(model);
  if (!trees) {
    trees = pack(model);
    packed.set(model, trees);
  }
  return trees;
}

function pack({ trees }: Model): PackedTrees {
  const roots: number[] = [];
  const nodes: number[] = [];
  for (const tree of trees) {
    const root = nodes.length;
    roots.push(root);
    for (let at = 0; at < tree.length; at += NODE) {
      const [feature = -1, threshold = 0, atMost = 0, more = 0] = tree.slice(at, at + NODE);
      nodes.push(feature, threshold, root + atMost * NODE, root + more * NODE);
    }
  }
  return { roots: Int32Array.from(roots), nodes: Float64Array.from(nodes) };
}

const used = new WeakMap<Model, ReadonlySet<string>>();

/** Whether a model asks for a feature anywhere: training finds some of no use. */
export function usesFeature(name: string, model: Model = trained): boolean {
  let names = used.get(model);
  if (!names) {
    const nodes = model.trees.flatMap((tree) => tree.filter((_, at) => at % NODE === 0));
    names = new Set(nodes.flatMap((feature) => model.features[feature] ?? []));
    used.set(model, names);
  }
  return names.has(name);
}

/** False where the features have changed since the model was trained: it must be trained again. */
export function isCurrent(model: Model = trained): boolean {
  return model.features.join() === FEATURE_NAMES.join();
}
