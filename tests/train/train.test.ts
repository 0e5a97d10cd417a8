import { describe, expect, it } from 'vitest';
import { binFeatures, boost, type Examples } from '../../scripts/train/boosting.ts';
import { labeller } from '../../scripts/train/labels.ts';
import { wordF1, wordsOf } from '../../scripts/train/words.ts';
import { scoreBlock } from '../../utils/extraction/judge/model.ts';

const SETTINGS = { trees: 30, depth: 2, rate: 0.3, features: 1, seed: 1 };

/** Points of a square: in the article where exactly one coordinate is large, which no single split can tell. */
function crossed(): Examples {
  const rows: number[][] = [];
  for (let x = 0; x < 20; x += 1)
    for (let y = 0; y < 20; y += 1) rows.push([x / 20, y / 20, (x * 7 + y * 3) % 5]);
  const isIn = ([x = 0, y = 0]: number[]) => x > 0.45 !== y > 0.75;
  return {
    rows,
    labels: Float64Array.from(rows, (row) => (isIn(row) ? 1 : 0)),
    weights: new Float64Array(rows.length).fill(1),
  };
}

describe('training', () => {
  it('learns what two features say together', () => {
    const examples = crossed();
    const all = examples.rows.map((_, at) => at);
    const model = boost(examples, binFeatures(examples.rows), all, ['x', 'y', 'noise'], SETTINGS);
    const right = all.filter(
      (at) => scoreBlock(examples.rows[at] ?? [], model) > 0 === (examples.labels[at] === 1),
    );
    expect(right.length / all.length).toBeGreaterThan(0.97);
  });

  it('gives the same model for the same examples, and another for other ones', () => {
    const examples = crossed();
    const binned = binFeatures(examples.rows);
    const all = examples.rows.map((_, at) => at);
    const train = (some: number[]) => boost(examples, binned, some, ['x', 'y', 'noise'], SETTINGS);
    expect(train(all)).toEqual(train(all));
    expect(train(all.slice(0, 200))).not.toEqual(train(all));
  });

  it.each([
    ['a whole line', 'Salt', true],
    ['a short phrase within a line', 'the salt', false],
    ['a longer phrase', 'bring the salt to the boil', true],
    [
      'a phrase with a word changed',
      'First bring the sweet water to the boil and wait for ten minutes',
      true,
    ],
    ['something else', 'Sign up for our weekly letter about salt', false],
    ['nothing', '', false],
  ])('labels %s', (_, block, expected) => {
    const isTrue = labeller('Salt\nFirst bring the salt to the boil and wait for ten minutes.');
    expect(isTrue(wordsOf(block))).toBe(expected);
  });

  it.each([
    [['a', 'b'], ['a', 'b'], 1],
    [['a', 'a'], ['a', 'b'], 0.5],
    [['c'], ['a'], 0],
    [[], ['a'], 0],
    [[], [], 1],
  ])('counts the words of %j and %j', (predicted, truth, expected) => {
    expect(wordF1(predicted, truth)).toBeCloseTo(expected);
  });
});
