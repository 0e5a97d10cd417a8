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
  const { roots, asked, values, next } = packedTrees(model);
  let score = model.base;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let at = roots[tree] as number;
    let feature = asked[at] as number;
    while (feature >= 0) {
      // A look-up, for no processor foresees which way a branch would go here.
      const isMore = (features[feature] as number) > (values[at] as number);
      at = next[2 * at + Number(isMore)] as number;
      feature = asked[at] as number;
    }
    score += values[at] as number;
  }
  return score;
}

/** The nodes of all trees one after the other. */
interface PackedTrees {
  /** Where each tree begins. */
  readonly roots: Int32Array;
  /** By node: its feature, or -1 for a leaf. */
  readonly asked: Int32Array;
  /** By node: its threshold, or a leaf's value. */
  readonly values: Float64Array;
  /** By node, two each: the places of the nodes for "at most" and for "more". */
  readonly next: Int32Array;
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
  const asked: number[] = [];
  const values: number[] = [];
  const next: number[] = [];
  const add = (tree: readonly number[], node: number): void => {
    const [feature = -1, value = 0, atMost = 0, above = 0] = tree.slice(node * NODE, (node + 1) * NODE);
    const at = asked.push(feature) - 1;
    values.push(value);
    next.push(at + 1, 0);
    if (feature < 0) return;
    add(tree, atMost);
    next[2 * at + 1] = asked.length;
    add(tree, above);
  };
  for (const tree of trees) {
    roots.push(asked.length);
    add(tree, 0);
  }
  return {
    roots: Int32Array.from(roots),
    asked: Int32Array.from(asked),
    values: Float64Array.from(values),
    next: Int32Array.from(next),
  };
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
