import { expect, test } from 'vitest';
import { describe } from '../../../utils/extraction/metadata.ts';
import { PROSE, sourceOf } from '../a-source.ts';

const titleOf = (inside: string, head: string) =>
  describe(sourceOf({ head, body: `<main><article>${inside}${PROSE}</article></main>` })).title;

test.each([
  [
    'a section after a bar goes',
    '<h1>Every knot the harbour knows | Opinion</h1>',
    '<title>Every knot the harbour knows | Opinion</title>',
    'Every knot the harbour knows',
  ],
  [
    'a bar within the title stays',
    '<h1>Nets of the north | Knots of the south</h1>',
    '<title>Nets of the north | Knots of the south</title>',
    'Nets of the north | Knots of the south',
  ],
  [
    'an article before what the head says stays',
    '<h1>The best nets of the harbour</h1>',
    '<title>Best nets of the harbour</title>',
    'The best nets of the harbour',
  ],
  [
    'a kicker in an element of its own goes',
    '<h1><span>Opinion</span> Nets of the harbour</h1>',
    '<title>Nets of the harbour - Quay Notes</title><meta property="og:site_name" content="Quay Notes">',
    'Nets of the harbour',
  ],
  [
    'a heading that invites is no title',
    '<h1>Join our friendly crew of sailors today</h1>',
    '<title>How nets of northern harbours were mended</title>',
    'How nets of northern harbours were mended',
  ],
  [
    'of the parts of the head the one that the page shows',
    '<div>Nets and knots of the harbour</div>',
    '<title>Quay Notes » Archive » Nets and knots of the harbour</title>',
    'Nets and knots of the harbour',
  ],
])('%s', (_, inside, head, title) => {
  expect(titleOf(inside, head)).toBe(title);
});
