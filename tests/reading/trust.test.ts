import { describe, expect, it } from 'vitest';
import type { ArticleId, SavedSummary } from '../../utils/library/types.ts';
import { readSaved } from '../../utils/reading/read-saved.ts';
import { trustArticle, trustOutcome } from '../../utils/reading/trust.ts';
import { ok } from '../../utils/result.ts';
import { anArticle } from '../library/an-article.ts';

const BASE = 'https://blog.example/tea';
const HOSTILE = `<p onclick="steal()">Tea<script>steal()</script><img src="https://spy.example/x.png" width="300" height="200" onerror="steal()">
  <iframe srcdoc="<script>steal()</script>"></iframe><a href="javascript:steal()">kettle</a><form action="https://spy.example"><input name="id"></form>
  <svg><a xlink:href="javascript:steal()"><text>x</text></a></svg><style>@import "https://spy.example/x.css"</style></p>`;

/** What could run, load or lead astray once the HTML is in a page. */
function dangersIn(html: string): string[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const elements = [...parsed.body.querySelectorAll('*')];
  const active = elements.filter((element) =>
    element.matches('script, style, iframe, form, input, svg, object, embed, link, meta, base'),
  );
  const attributes = elements.flatMap((element) =>
    [...element.attributes].filter(
      ({ name, value }) =>
        /^on|^(?:src|srcset|srcdoc|style|action|background)$/u.test(name) || /^\s*javascript:/iu.test(value),
    ),
  );
  return [...active.map((element) => element.nodeName), ...attributes.map(({ name }) => name)];
}

function hostileArticle() {
  const article = anArticle();
  const comments = article.thread.comments.map((comment) => ({ ...comment, html: HOSTILE }));
  return { ...article, html: HOSTILE, thread: { ...article.thread, comments } };
}

describe('trusting what crossed a border', () => {
  it('the fixture is dangerous as it is', () => {
    expect(dangersIn(HOSTILE).length).toBeGreaterThan(5);
  });

  it('leaves nothing that runs or loads, in the article or in its comments, and keeps the words', () => {
    const given = hostileArticle();
    const before = structuredClone(given);
    const trusted = trustArticle(given, BASE);
    for (const html of [trusted.html, ...trusted.thread.comments.map((comment) => comment.html)]) {
      expect(dangersIn(html)).toEqual([]);
      expect(html).toContain('Tea');
      expect(html).toContain('kettle');
    }
    expect(given).toEqual(before);
    expect(trustArticle(trusted, BASE)).toEqual(trusted);
  });

  it('reaches what an outcome offers as its best effort', () => {
    const outcome = trustOutcome(
      { kind: 'not-an-article', reason: 'too-short', bestEffort: hostileArticle(), posts: [] },
      BASE,
    );
    expect(outcome.kind === 'not-an-article' && dangersIn(outcome.bestEffort?.html ?? HOSTILE)).toEqual([]);
  });
});

describe('opening a saved article', () => {
  const summary = { id: 'x' as ArticleId, url: BASE } as SavedSummary;
  const holding = (article: unknown) => ({ get: async () => ok({ summary, article }) });

  it('makes it safe although it comes from our own disk', async () => {
    const saved = await readSaved(holding(hostileArticle()), summary.id);
    expect(saved.ok && dangersIn(saved.value.article.html)).toEqual([]);
  });

  it.each([undefined, null, 'torn', { html: '<p>half' }])(
    'says that %j is damaged and keeps the link',
    async (kept) => {
      const saved = await readSaved(holding(kept), summary.id);
      expect(saved).toEqual({ ok: false, error: { kind: 'damaged', details: '', summary } });
    },
  );

  it('passes on why the library could not give it', async () => {
    const error = { kind: 'not-found', details: '' } as const;
    const saved = await readSaved({ get: async () => ({ ok: false, error }) }, summary.id);
    expect(saved).toEqual({ ok: false, error: { ...error, summary: null } });
  });
});
