import type { Served } from '../sample-server.ts';
import { type ThreadLanguage, threadItems, threadPage, threadUrl } from './page.ts';

/** How a page offers the comments that it does not show: a link, a button, and a link that leads nowhere. */
export type SplitKind = 'link' | 'button' | 'broken';

/** So many comments are on the page, so many more it offers. */
export const SPLIT_SHOWN = 7;
export const SPLIT_OFFERED = 13;

const LABELS: Record<ThreadLanguage, Record<'link' | 'button', string>> = {
  en: { link: 'Older Comments', button: `Show ${SPLIT_OFFERED} more comments` },
  ja: { link: '以前のコメント', button: `コメントを${SPLIT_OFFERED}件さらに表示` },
};

/** The address of a post that shows a part of its comments. */
export function splitUrl(language: ThreadLanguage, kind: SplitKind): string {
  return new URL(`/${kind}/`, threadUrl(language, 0)).href;
}

/** What a page gives on its own or a reader's asking for the rest of its comments. */
export function splitRestUrl(language: ThreadLanguage, kind: SplitKind): string {
  return new URL(kind === 'button' ? 'rest.html' : 'comment-page-1/', splitUrl(language, kind)).href;
}

/** Posts that show a part of their comments, with what they offer. */
export function splitPages(language: ThreadLanguage): Map<string, Served> {
  const link = (kind: SplitKind) =>
    `<nav class="comment-navigation"><a href="${splitRestUrl(language, kind)}#comments">${LABELS[language].link}</a></nav>`;
  const older = { from: SPLIT_OFFERED, below: link('link') };
  const lost = { from: SPLIT_OFFERED, below: link('broken') };
  const newer = { from: 0, below: `<a href="${splitUrl(language, 'link')}#comments">»</a>` };
  const button = { from: 0, below: `<button>${LABELS[language].button}</button>${LOADER}` };
  return new Map([
    [splitUrl(language, 'link'), threadPage(language, SPLIT_SHOWN, older)],
    [splitRestUrl(language, 'link'), threadPage(language, SPLIT_OFFERED, newer)],
    [splitUrl(language, 'broken'), threadPage(language, SPLIT_SHOWN, lost)],
    [splitUrl(language, 'button'), threadPage(language, SPLIT_SHOWN, button)],
    [
      splitRestUrl(language, 'button'),
      {
        contentType: 'text/html',
        body: threadItems(language, SPLIT_SHOWN, SPLIT_SHOWN + SPLIT_OFFERED),
      },
    ],
  ]);
}

/** Loads as pages do: a sign of loading first, the comments later, the button goes. */
const LOADER = `<script>document.querySelector('#comments > button').addEventListener('click', async (event) => {
  const button = event.currentTarget;
  button.insertAdjacentHTML('afterend', '<i>…</i>');
  const answer = await fetch('rest.html');
  const items = await answer.text();
  setTimeout(() => {
    document.querySelector('.comment-list').insertAdjacentHTML('beforeend', items);
    button.nextElementSibling.remove();
    button.remove();
  }, 1200);
});</script>`;
