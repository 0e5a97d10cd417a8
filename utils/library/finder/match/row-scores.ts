import { type Catalogue, fieldOfOwner, NO_ROW, rowOfOwner } from '../catalogue/catalogue.ts';
import { FIELDS, type Field } from '../catalogue/columns.ts';

/** How much a find says about an article, by where it is. */
const WEIGHTS: Readonly<Record<Field, number>> = {
  title: 5,
  byline: 2,
  tags: 3,
  note: 3,
  text: 1,
  comments: 0.5,
};
/** The constants of BM25: how soon further finds stop counting, and how much the length of a text matters. */
const K1 = 1.2;
const B = 0.75;
const TEXT = FIELDS.indexOf('text');

/** Which rows hold what was searched for, and how well. */
export interface RowScores {
  readonly isHit: Uint8Array;
  readonly scores: Float32Array;
  readonly hits: number;
}

/** Adds up finds by row, as BM25 does. */
export function scoreKeeper(catalogue: Catalogue) {
  const isHit = new Uint8Array(catalogue.rows);
  const scores = new Float32Array(catalogue.rows);
  const weights = FIELDS.map((field) => WEIGHTS[field]);
  const means = meanLengths(catalogue);
  let hits = 0;

  return {
    get hits() {
      return hits;
    },
    /** @param weight of the term: less than 1 where it is not what was typed */
    add(passage: number, count: number, weight: number): void {
      const owner = catalogue.owners[passage] ?? NO_ROW;
      if (owner === NO_ROW) return;
      const row = rowOfOwner(owner);
      // A row that came after this search began.
      if (row >= isHit.length) return;
      const field = fieldOfOwner(owner);
      let length = 1;
      if (field >= TEXT) {
        const mean = means[field - TEXT] ?? 1;
        length = 1 - B + (B * (catalogue.columns.lengths[row * 2 + field - TEXT] ?? 0)) / mean;
      }
      scores[row] =
        (scores[row] ?? 0) + ((weights[field] ?? 1) * weight * count * (K1 + 1)) / (count + K1 * length);
      if (isHit[row] === 0) {
        isHit[row] = 1;
        hits += 1;
      }
    },
    /** What was found, worth more the rarer it is. */
    result(): RowScores {
      const rarity = Math.log(1 + (catalogue.live - hits + 0.5) / (hits + 0.5));
      for (let row = 0; row < scores.length; row++) scores[row] = (scores[row] ?? 0) * rarity;
      return { isHit, scores, hits };
    },
  };
}
export type ScoreKeeper = ReturnType<typeof scoreKeeper>;

/** The mean number of tokens of texts and of comments; of at least one. */
function meanLengths({ columns, rows, live }: Catalogue): readonly [number, number] {
  const sums: [number, number] = [0, 0];
  for (let row = 0; row < rows; row++) {
    sums[0] += columns.lengths[row * 2] ?? 0;
    sums[1] += columns.lengths[row * 2 + 1] ?? 0;
  }
  return [Math.max(1, sums[0] / live), Math.max(1, sums[1] / live)];
}
