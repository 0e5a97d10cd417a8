import { describe, expect, it } from 'vitest';
import ja from '../../public/_locales/ja/messages.json' with { type: 'json' };
import { messageOf, openEverything } from '../../scripts/lib/screens.ts';
import { KINDS, startSession } from './session.ts';

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/u;

describe.each(KINDS)('a Japanese %s', (kind) => {
  it('has Seidoku in Japanese', async (context) => {
    const session = await startSession(kind, { language: 'ja' });
    const visit = await session.visitSample('links');
    const { popup } = visit;
    const browserLanguage = await popup.run(() => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return String(api.i18n.getUILanguage());
    }, null);
    if (!browserLanguage.startsWith('ja')) {
      await session.close();
      context.skip('this browser was installed without its Japanese interface');
    }
    expect(await popup.run(() => document.documentElement.lang, null)).toBe('ja');
    const tabs = await popup.run(
      () =>
        [...document.querySelectorAll('[role="tab"]')].map((tab) =>
          tab.textContent?.replace(/[\s\d]+$/u, ''),
        ),
      null,
    );
    expect(tabs).toEqual([ja.tabArticle.message, ja.tabComments.message, ja.tabSaved.message]);
    expect(await messageOf(popup)).toEqual({
      heading: ja.headingNotArticle.message,
      text: ja.notArticle_links_only.message,
    });
    await session.leave(visit);

    const article = await session.visitSample('wordpress-thread');
    await openEverything(article.popup);
    const labels = await article.popup.run(
      () =>
        [
          ...document.querySelectorAll(
            '#panel-article footer :is(summary, h2), #panel-article [data-side], header button',
          ),
        ]
          .filter((element) => !element.closest('[data-kind]'))
          .map((element) => element.getAttribute('aria-label') ?? element.textContent ?? ''),
      null,
    );
    expect(labels.length).toBeGreaterThan(5);
    for (const label of labels) expect.soft(label).toMatch(JAPANESE);
    await session.leave(article);
    await session.expectNoTroubles();
    await session.close();
  });
});
