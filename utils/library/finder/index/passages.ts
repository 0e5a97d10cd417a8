import * as v from 'valibot';
import { foldForSearch } from '../../../text/search.ts';
import { STEPS, type Token, tokensOf } from '../../../text/search-tokens.ts';
import type { SavedSummary } from '../../types.ts';
import type { Field } from '../catalogue/columns.ts';

/** What a search looks at of a body; whatever else was saved does not matter here. */
const searched = v.object({
  text: v.string(),
  thread: v.object({
    comments: v.array(v.object({ author: v.nullable(v.string()), text: v.string() })),
  }),
});
export type SearchedBody = v.InferOutput<typeof searched>;

/** Null for what is damaged: it cannot be searched; opening it says what is wrong. */
export function readBody(article: unknown): SearchedBody | null {
  const parsed = v.safeParse(searched, article);
  return parsed.success ? parsed.output : null;
}

/** The texts of the fields that a summary has. */
export function shortTexts(summary: SavedSummary): readonly (readonly [Field, readonly string[]])[] {
  const { title, author, siteName, tags, note } = summary;
  return [
    ['title', [title]],
    ['byline', [author ?? '', siteName ?? '']],
    ['tags', tags],
    ['note', [note]],
  ];
}

export function commentTexts({ thread }: SearchedBody): string[] {
  return thread.comments.flatMap(({ author, text }) => [author ?? '', text]);
}

/** The tokens of texts one after another; a phrase never goes over from one to the next. */
export function passageTokens(texts: readonly string[]): readonly Token[] {
  const [only = '', ...others] = texts;
  const tokens = tokensOf(foldForSearch(only));
  for (const text of others) {
    const last = tokens.at(-1);
    const begin = last ? last.position + STEPS.texts : 0;
    for (const token of tokensOf(foldForSearch(text))) {
      tokens.push({ ...token, position: token.position + begin });
    }
  }
  return tokens;
}
