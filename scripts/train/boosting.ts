/**
 * Gradient boosting of regression trees for the logistic loss, with histograms: J. H. Friedman, "Greedy function
 * approximation: a gradient boosting machine", Annals of Statistics 29 (2001); second-order leaves as in T. Chen,
 * C. Guestrin, "XGBoost", KDD 2016. Deterministic for a seed.
 */
import type { Model } from '../../utils/extraction/judge/model.ts';

export interface Examples {
  /** By example: feature values. */
  readonly rows: readonly (readonly number[])[];
  /** By example: 1 or 0, and how much it counts. */
  readonly labels: Float64Array;
  readonly weights: Float64Array;
}

export interface Settings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Share of the features that each tree may look at. */
  readonly features: number;
  readonly seed: number;
}

const BINS = 32;
const REGULARISATION = 1;
const LEAST_HESSIAN = 0.5;

/** Values of every feature put into at most `BINS` bins; `edges[f][b]` is the greatest value of bin b. */
export interface Binned {
  readonly edges: readonly (readonly number[])[];
  readonly bins: readonly Uint8Array[];
}

export function binFeatures(rows: Examples['rows']): Binned {
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows, feature));
  const bins = edges.map((own, feature) => Uint8Array.from(rows, (row) => binOf(own, row[feature] ?? 0)));
  return { edges, bins };
}

function edgesOf(rows: Examples['rows'], feature: number): number[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  const values = rows.filter((_, at) => at % step === 0).map((row) => row[feature] ?? 0);
  values.sort((a, b) => a - b);
  const distinct = [...new Set(values)];
  if (distinct.length <= BINS) return distinct.slice(1).map((value, at) => (value + (distinct[at] ?? 0)) / 2);
  const quantiles = Array.from(
    { length: BINS - 1 },
    (_, at) => values[Math.floor(((at + 1) * values.length) / BINS)] ?? 0,
  );
  return [...new Set(quantiles)];
}

function binOf(edges: readonly number[], value: number): number {
  const at = edges.findIndex((edge) => value <= edge);
  return at < 0 ? edges.length : at;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Work {
  readonly binned: Binned;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly scores: Float64Array;
  readonly settings: Settings;
}

/** Trains on the examples with the given indexes. */
export function boost(
  examples: Examples,
  binned: Binned,
  chosen: readonly number[],
  names: readonly string[],
  settings: Settings,
): Model {
  const { labels, weights } = examples;
  let positive = 0;
  let total = 0;
  for (const at of chosen) {
    positive += (weights[at] ?? 0) * (labels[at] ?? 0);
    total += weights[at] ?? 0;
  }
  const base = Math.log(positive / (total - positive));
  const size = labels.length;
  const work: Work = {
    binned,
    gradient: new Float64Array(size),
    hessian: new Float64Array(size),
    scores: new Float64Array(size).fill(base),
    settings,
  };
  const next = random(settings.seed);
  const trees: number[][] = [];
  for (let tree = 0; tree < settings.trees; tree += 1) {
    for (const at of chosen) {
      const chance = 1 / (1 + Math.exp(-(work.scores[at] ?? 0)));
      work.gradient[at] = (weights[at] ?? 0) * (chance - (labels[at] ?? 0));
      work.hessian[at] = (weights[at] ?? 0) * Math.max(chance * (1 - chance), 1e-6);
    }
    const features = names.map((_, feature) => feature).filter(() => next() < settings.features);
    const nodes: number[] = [];
    grow(work, features, chosen, 0, nodes);
    trees.push(nodes);
  }
  return { features: names, base, trees };
}

/** Adds the tree for some examples to `nodes`, four numbers a node, and returns its root's index. */
function grow(
  work: Work,
  features: readonly number[],
  rows: readonly number[],
  depth: number,
  nodes: number[],
): number {
  const at = nodes.length / 4;
  nodes.push(-1, 0, 0, 0);
  const split = depth < work.settings.depth ? bestSplit(work, features, rows) : null;
  if (!split) {
    const value = leafValue(work, rows);
    nodes[at * 4 + 1] = round(value);
    for (const row of rows) work.scores[row] = (work.scores[row] ?? 0) + value;
    return at;
  }
  const bins = work.binned.bins[split.feature];
  const isLow = (row: number) => (bins?.[row] ?? 0) <= split.bin;
  const low = grow(work, features, rows.filter(isLow), depth + 1, nodes);
  const high = grow(
    work,
    features,
    rows.filter((row) => !isLow(row)),
    depth + 1,
    nodes,
  );
  nodes.splice(
    at * 4,
    4,
    split.feature,
    round(work.binned.edges[split.feature]?.[split.bin] ?? 0),
    low,
    high,
  );
  return at;
}

function leafValue({ gradient, hessian, settings }: Work, rows: readonly number[]): number {
  let slope = 0;
  let curve = 0;
  for (const row of rows) {
    slope += gradient[row] ?? 0;
    curve += hessian[row] ?? 0;
  }
  return (-settings.rate * slope) / (curve + REGULARISATION);
}

function bestSplit(
  { binned, gradient, hessian }: Work,
  features: readonly number[],
  rows: readonly number[],
): { feature: number; bin: number } | null {
  let best: { feature: number; bin: number } | null = null;
  let most = 1e-4;
  const slopes = new Float64Array(BINS + 1);
  const curves = new Float64Array(BINS + 1);
  for (const feature of features) {
    const bins = binned.bins[feature];
    const count = binned.edges[feature]?.length ?? 0;
    if (!bins || count === 0) continue;
    slopes.fill(0);
    curves.fill(0);
    for (const row of rows) {
      const bin = bins[row] ?? 0;
      slopes[bin] = (slopes[bin] ?? 0) + (gradient[row] ?? 0);
      curves[bin] = (curves[bin] ?? 0) + (hessian[row] ?? 0);
    }
    const slope = slopes.reduce((sum, value) => sum + value, 0);
    const curve = curves.reduce((sum, value) => sum + value, 0);
    let low = 0;
    let lowCurve = 0;
    for (let bin = 0; bin < count; bin += 1) {
      low += slopes[bin] ?? 0;
      lowCurve += curves[bin] ?? 0;
      if (lowCurve < LEAST_HESSIAN || curve - lowCurve < LEAST_HESSIAN) continue;
      const gain = worth(low, lowCurve) + worth(slope - low, curve - lowCurve) - worth(slope, curve);
      if (gain > most) {
        most = gain;
        best = { feature, bin };
      }
    }
  }
  return best;
}

function worth(slope: number, curve: number): number {
  return slope ** 2 / (curve + REGULARISATION);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
