import { describe, expect, it } from 'vitest';
import { explained } from '../../scripts/lib/printable.ts';
import { extract } from '../../utils/extraction/extract.ts';
import { translator } from '../../utils/i18n.ts';
import { pageOf, paragraphs } from '../extraction/html.ts';

const t = translator('en');

describe('what was left out, for a terminal', () => {
  it('is every removal with its reason and rule, groups and lines in page order', () => {
    const outcome = extract(
      pageOf(
        `<nav>Quay Boats Tides</nav><article><h1>A quay</h1>${paragraphs(4)}<div class="share-buttons">Share this</div>${paragraphs(3, 'the weir')}</article><nav>Older posts</nav><footer>© A quay</footer>`,
      ),
    );
    const lines = explained(outcome, t).split('\n').filter(Boolean);
    expect(lines[0]).toMatch(/^Left out \(\d\)$/u);
    const order = [
      'Navigation (2)',
      'Quay Boats Tides',
      'Older posts',
      'Share buttons (1)',
      'Share this',
      '© A quay',
    ];
    const places = order.map((words) => lines.findIndex((line) => line.includes(words)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const removals = lines.filter((line) => line.startsWith('  '));
    for (const line of removals) expect(line).toMatch(/^ {2}x\d+ \[[\w-]+\] \S/u);
    if (outcome.kind !== 'article') throw new Error(outcome.kind);
    expect(removals).toHaveLength(outcome.article.removals.length);
  });

  it('is told when it is nothing', () => {
    expect(explained({ kind: 'unreadable', reason: 'pdf' }, t)).toBe('Nothing was left out.');
  });
});
