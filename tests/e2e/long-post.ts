import type { Served } from '../../scripts/lib/sample-server.ts';

const HOST = 'http://long.sample.example';
export const LONG_POST = `${HOST}/2024/the-whole-coast`;
const PARAGRAPHS = 80;

const BEGINNINGS = [
  'In the morning',
  'After the second bridge',
  'Where the road ends',
  'Before the rain came',
];
const MIDDLES = [
  'I counted the boats that were drawn up on the shingle and found one fewer than the year before',
  'a woman who was mending a net told me how the ferry had once missed the quay by its own length',
  'the path goes down to the water between two walls that nobody has repaired since they were built',
  'there was a light in the last house, and somebody was practising the same four bars on a piano',
];

/** A post of many screens, each of its paragraphs with a number of its own. */
export function longPages(): Map<string, Served> {
  const lines = Array.from({ length: PARAGRAPHS }, (_, index) => {
    const beginning = BEGINNINGS[index % BEGINNINGS.length];
    const middle = MIDDLES[(index * 7 + 3) % MIDDLES.length];
    return `<p>${index + 1}. ${beginning} of day ${index + 3}, ${middle}; that was mile ${index * 5 + 2} of the walk.</p>`;
  });
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The whole coast</title></head>
<body><article><h1>The whole coast</h1>${lines.join('\n')}</article></body></html>`;
  return new Map<string, Served>([
    [LONG_POST, { contentType: 'text/html', body }],
    [`${HOST}/favicon.ico`, { contentType: 'image/x-icon', body: '' }],
  ]);
}
