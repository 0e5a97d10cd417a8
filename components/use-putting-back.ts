import { useMemo, useState } from 'preact/hooks';
import { putBack } from '../utils/extraction/put-back.ts';
import type { Article, Removal, SafeHtml } from '../utils/extraction/types.ts';
import type { PuttingBack } from './LeftOut.tsx';
import type { Notices } from './state/notices.ts';

const NONE: ReadonlySet<string> = new Set();
/** So much of a removal is said in the notice about it. */
const NAMED = 40;

/**
 * What the reader has put back into the article on the screen, and its HTML with that. Each change is announced
 * and can be undone; another article starts without any.
 */
export function usePuttingBack(
  article: Article,
  url: string,
  notices: Notices,
): { readonly html: SafeHtml; readonly puttingBack: PuttingBack } {
  const [state, setState] = useState({ article, ids: NONE });
  const ids = state.article === article ? state.ids : NONE;
  const html = useMemo(() => putBack(article, ids, article.meta.url ?? url), [article, ids, url]);

  function set(removal: Removal, isBack: boolean): void {
    setState((now) => {
      const next = new Set(now.article === article ? now.ids : NONE);
      if (isBack) next.add(removal.id);
      else next.delete(removal.id);
      return { article, ids: next };
    });
  }

  function toggle(removal: Removal): void {
    const isBack = !ids.has(removal.id);
    set(removal, isBack);
    notices.show(isBack ? 'putBackDone' : 'leaveOutDone', {
      values: { text: [...removal.text].slice(0, NAMED).join('') },
      undo: () => {
        set(removal, !isBack);
        notices.dismiss();
      },
    });
  }

  return { html, puttingBack: { ids, toggle } };
}
