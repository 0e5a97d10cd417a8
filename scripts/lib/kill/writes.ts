import { isDeepStrictEqual } from 'node:util';
import type { ArticleId } from '../../../utils/library/types.ts';
import { pick } from '../../bench/seeded.ts';
import { articleSaying } from './article.ts';
import type { Disk, DiskEntry, KillableBrowser } from './killable-browser.ts';

/** What is asked of the list; each is the last thing before a kill in its turn. */
export const KINDS_OF_WRITES = ['save', 'update', 'delete', 'tag', 'note'] as const;
export type WriteKind = (typeof KINDS_OF_WRITES)[number];

/** What must be on disk for an entry, because it was acknowledged. */
export interface Expected {
  readonly id: ArticleId;
  readonly words: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly isRemoved: boolean;
}

/** All that was acknowledged so far, by address. */
export type Ledger = Map<string, Expected>;

type Write = (browser: KillableBrowser, ledger: Ledger, url: string, number: number) => Promise<Expected>;

const WRITES: Readonly<Record<WriteKind, Write>> = {
  async save(browser, _ledger, url, number) {
    const words = `saved by write ${number}`;
    const id = await save(browser, url, words, number);
    return { id, words, tags: [], note: '', isRemoved: false };
  },
  async update(browser, ledger, url, number) {
    const words = `updated by write ${number}`;
    await save(browser, url, words, number);
    return { ...known(ledger, url), words };
  },
  async delete(browser, ledger, url) {
    const { id, ...entry } = known(ledger, url);
    demand(await browser.ask('removeArticle', id));
    return { ...entry, id, isRemoved: true };
  },
  async tag(browser, ledger, url, number) {
    const { id, tags, ...entry } = known(ledger, url);
    const tag = `tag ${number}`;
    demand(
      await browser.ask('changeArticles', { ids: [id], change: { addTags: [tag] }, key: `tag-${number}` }),
    );
    return { ...entry, id, tags: [...tags, tag] };
  },
  async note(browser, ledger, url, number) {
    const { id, ...entry } = known(ledger, url);
    const note = `Noted by write ${number}.`;
    demand(await browser.ask('changeArticles', { ids: [id], change: { note }, key: `note-${number}` }));
    return { ...entry, id, note };
  },
};

/** Writes something and enters into the ledger what was acknowledged. */
export async function write(
  browser: KillableBrowser,
  ledger: Ledger,
  kind: WriteKind,
  number: number,
  random: () => number,
): Promise<void> {
  const listed = [...ledger].filter(([, { isRemoved }]) => !isRemoved).map(([url]) => url);
  const needsEntry = kind !== 'save';
  if (needsEntry && listed.length === 0) throw new Error('There is nothing to change yet');
  const url = needsEntry ? pick(listed, random) : `https://blog.example/${number}`;
  ledger.set(url, await WRITES[kind](browser, ledger, url, number));
}

/** What the ledger holds and the disk does not, one line each; nothing else may be on the disk either. */
export function findLost(ledger: Ledger, disk: Disk): string[] {
  const listed = new Map(disk.listed.map((entry) => [entry.url, entry]));
  const removed = new Map(disk.removed.map((entry) => [entry.url, entry]));
  const lost = [...ledger].flatMap(([url, { isRemoved, ...expected }]) => {
    const [place, other] = isRemoved ? [removed, listed] : [listed, removed];
    const found = seen(place.get(url));
    if (isDeepStrictEqual(found, expected) && !other.has(url)) return [];
    const [wanted, is] = [expected, found].map((entry) => JSON.stringify(entry));
    return [`${url} should be ${isRemoved ? 'removed' : 'listed'} as ${wanted}, but is ${is}`];
  });
  const strangers = [...listed.keys(), ...removed.keys()].filter((url) => !ledger.has(url));
  const count = disk.articles === disk.listed.length ? [] : [`the list counts ${disk.articles} entries`];
  return [...lost, ...strangers.map((url) => `${url} was never acknowledged`), ...count];
}

/** What the ledger knows of an entry, as the disk has it. */
function seen(entry: DiskEntry | undefined): object | null {
  if (!entry) return null;
  const { id, text, tags, note } = entry;
  return { id, words: text?.split('\n')[0] ?? null, tags, note };
}

async function save(
  browser: KillableBrowser,
  url: string,
  words: string,
  readAt: number,
): Promise<ArticleId> {
  const request = { article: articleSaying(words), url, readAt, incognito: false };
  return demand(await browser.ask('saveArticle', request)).summary.id;
}

function known(ledger: Ledger, url: string): Expected {
  const entry = ledger.get(url);
  if (!entry) throw new Error(`${url} was never saved`);
  return entry;
}

function demand<T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: object },
): T {
  if (!answer.ok) throw new Error(`The list refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
