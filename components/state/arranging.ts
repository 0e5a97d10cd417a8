import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { arrange, type RepeatForm } from '../../utils/extraction/arrange.ts';
import type { Article, Repeat } from '../../utils/extraction/types/article.ts';
import type { Removal } from '../../utils/extraction/types/removals.ts';
import { type MessageKey, messageKey } from '../../utils/i18n.ts';
import {
  arrangementOf,
  type Choices,
  choiceOf,
  keyOfForm,
  keysIn,
  keyToPutBack,
} from '../../utils/memory/choice-keys.ts';
import type { Memory } from '../../utils/memory/memory.ts';
import { withinTime } from '../../utils/reading/within-time.ts';
import { err } from '../../utils/result.ts';
import { hostOf } from '../../utils/text/urls.ts';
import type { Notices } from './notices.ts';
import type { Origin } from './reading.ts';

/** What the reader wants otherwise than it was read, here and in other posts of the blog. */
export interface Arranging {
  /** When the reader last changed something on this screen, milliseconds since 1970; 0 for never. */
  readonly changedAt: ReadonlySignal<number>;
  /** An article as the reader wants it; itself where nothing is wanted otherwise. */
  arranged(article: Article, origin: Origin): Article;
  /** Looks up what was chosen for the blog before; resolves at once where nothing is remembered. Never rejects. */
  recall(article: Article, origin: Origin): Promise<void>;
  /** Puts a removal back, or leaves it out again. */
  toggle(removal: Removal): void;
  /** Folds a repeat otherwise. */
  fold(repeat: Repeat, form: RepeatForm): void;
}

/** The article as it was read, for what is chosen about it. */
export interface Read {
  readonly article: Article;
  readonly origin: Origin;
}

/** What was done, where it is for this reading alone and where it is remembered for the blog. */
const DONE = {
  here: {
    back: 'putBackDone',
    out: 'leaveOutDone',
    unfolded: 'unfoldDone',
    instead: 'insteadDone',
    folded: 'foldDone',
  },
  blog: {
    back: 'putBackForBlog',
    out: 'leaveOutForBlog',
    unfolded: 'unfoldForBlog',
    instead: 'insteadForBlog',
    folded: 'foldForBlog',
  },
} as const;

/** So much of a removal is said in the notice about it. */
const NAMED = 40;

/** An article is not kept waiting longer for what was chosen before. Milliseconds. */
const RECALL_TIME = 2_000;
const LATE = err({ kind: 'unavailable', details: '' } as const);

/** @param read the article on the screen as it was read; null where there is none */
export function createArranging(
  read: ReadonlySignal<Read | null>,
  memory: Pick<Memory, 'recall' | 'keep'>,
  notices: Notices,
): Arranging {
  const choices: Signal<Choices> = signal(new Map());
  const changedAt = signal(0);
  const arranged = createArranged();

  /** One after the other: what is undone at once must be forgotten after it was kept. */
  let keeping: Promise<unknown> = Promise.resolve();

  function set(next: Choices): void {
    const before = choices.value;
    choices.value = next;
    changedAt.value = Date.now();
    const { origin } = read.value ?? {};
    const host = origin && rememberedHost(origin);
    if (!host) return;
    const kept = [...next.keys()].filter((key) => next.get(key) && !before.get(key));
    const forgotten = [...before.keys()].filter((key) => before.get(key) && !next.get(key));
    keeping = keeping.then(async () => {
      const result = await memory.keep({ host, choices: kept.map(choiceOf), forgotten });
      if (!result.ok) notices.show(messageKey('memoryError', result.error.kind), { isError: true });
    });
  }

  /** Sets choices, says so, and offers to take it back. */
  function change(changes: Choices, message: MessageKey, values = {}): void {
    const before = choices.value;
    set(new Map([...before, ...changes]));
    notices.show(message, {
      values,
      undo: () => {
        notices.dismiss();
        set(before);
      },
    });
  }

  return {
    changedAt: computed(() => changedAt.value),
    arranged: (article, origin) => arranged(article, origin, choices.value),
    async recall(article, origin) {
      changedAt.value = 0;
      choices.value = new Map();
      const host = rememberedHost(origin);
      const keys = host ? keysIn(article) : [];
      if (!host || keys.length === 0) return;
      const recalled = await withinTime(memory.recall(host, keys), RECALL_TIME, LATE);
      if (!recalled.ok) notices.show(messageKey('memoryError', recalled.error.kind), { isError: true });
      else choices.value = new Map([...recalled.value].map((key) => [key, true]));
    },
    toggle(removal) {
      const { article, origin } = read.value ?? {};
      if (!article || !origin) return;
      const shown = arranged(article, origin, choices.value);
      const isBack = shown.removals.find(({ id }) => id === removal.id)?.isBack ?? false;
      const values = { text: [...removal.text].slice(0, NAMED).join('') };
      const done = doneAt(origin);
      if (isBack) {
        const all = keysIn({ ...article, removals: [removal], repeats: [] });
        change(new Map(all.map((key) => [key, false])), done.out, values);
      } else change(new Map([[keyToPutBack(removal, article), true]]), done.back, values);
    },
    fold({ id }, form) {
      const { article, origin } = read.value ?? {};
      const repeat = article?.repeats.find((one) => one.id === id);
      if (!article || !repeat || !origin) return;
      const chosen = keyOfForm(repeat, form);
      const all = keysIn({ ...article, removals: [], repeats: [repeat] });
      const changes = new Map(all.map((key) => [key, key === chosen]));
      change(changes, doneAt(origin)[form.kind]);
    },
  };
}

const doneAt = (origin: Origin) => DONE[rememberedHost(origin) ? 'blog' : 'here'];

/** The blog for which choices are kept; null in private windows and where the page has no host. */
export function rememberedHost({ url, incognito }: Pick<Origin, 'url' | 'incognito'>): string | null {
  return incognito ? null : hostOf(url) || null;
}

/** The last arranged article is kept: screens ask again and again, and each arranging sanitises. */
function createArranged() {
  let last: { readonly article: Article; readonly choices: Choices; readonly result: Article } | null = null;
  return (article: Article, origin: Origin, choices: Choices): Article => {
    if (last?.article !== article || last.choices !== choices) {
      const result = arrange(article, arrangementOf(article, choices), article.meta.url ?? origin.url);
      last = { article, choices, result };
    }
    return last.result;
  };
}
