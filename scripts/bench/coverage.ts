import { similarity, type Vector } from '../../utils/extraction/digest/vectors.ts';
import { sample, seeded } from './seeded.ts';

/** How similar each comment of a thread is to each other: all pairs, one by one. */
export type Similarities = readonly Float64Array[];

export function similaritiesOf(vectors: readonly Vector[]): Similarities {
  return vectors.map((one) => Float64Array.from(vectors, (other) => similarity(one, other)));
}

/** The mean similarity of all comments to the nearest of the chosen ones. */
export function coverage(chosen: readonly number[], similarities: Similarities): number {
  let sum = 0;
  for (let comment = 0; comment < similarities.length; comment++) {
    let nearest = 0;
    for (const one of chosen) nearest = Math.max(nearest, similarities[one]?.[comment] ?? 0);
    sum += nearest;
  }
  return sum / Math.max(1, similarities.length);
}

/** The greedy optimum: each time every comment is tried, and the one that covers most is taken. */
export function greedyOptimum(count: number, similarities: Similarities): number[] {
  const chosen: number[] = [];
  while (chosen.length < count) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let one = 0; one < similarities.length; one++) {
      if (chosen.includes(one)) continue;
      const value = coverage([...chosen, one], similarities);
      if (value > most) [best, most] = [one, value];
    }
    if (best < 0) break;
    chosen.push(best);
  }
  return chosen;
}

const DRAWS = 25;

/** What is got without thought: the first comments, the longest ones, and the mean of seeded random draws. */
export function baselines(
  count: number,
  texts: readonly string[],
  similarities: Similarities,
  seed: number,
): { first: number; longest: number; random: number } {
  const all = texts.map((_, index) => index);
  const longest = all.toSorted((a, b) => (texts[b]?.length ?? 0) - (texts[a]?.length ?? 0));
  const random = seeded(seed);
  let drawn = 0;
  for (let draw = 0; draw < DRAWS; draw++)
    drawn += coverage(sample(count, texts.length, random), similarities);
  return {
    first: coverage(all.slice(0, count), similarities),
    longest: coverage(longest.slice(0, count), similarities),
    random: drawn / DRAWS,
  };
}
