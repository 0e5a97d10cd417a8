// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { isOpen, type JobStore } from '../../../utils/library/images/image-jobs.ts';
import { createImageKeeper, type KeeperParts } from '../../../utils/library/images/image-keeper.ts';
import type { FetchedImage, ImageJob, ImageProblem } from '../../../utils/library/images/types.ts';
import type { ArticleId } from '../../../utils/library/types.ts';
import type { Library } from '../../../utils/library/verbs.ts';
import { err, ok, type Result } from '../../../utils/result.ts';
import { aLibrary, expectOk, freshDisk } from '../a-library.ts';
import { anArticle, aRequest } from '../an-article.ts';

const CDN = 'https://cdn.example';
/** More than the time in which a removal can be undone. */
const LATER = 2 * 60 * 60 * 1000;

let time: number;
let library: Library;
let asked: string[];
let jobs: JobStore & { readonly history: ImageJob[] };
let denied: Set<string>;
let room: number;
let answer: (url: string, signal: AbortSignal) => Promise<Result<FetchedImage, ImageProblem>>;

function memoryJobs(): typeof jobs {
  const kept = new Map<ArticleId, ImageJob>();
  const history: ImageJob[] = [];
  return {
    history,
    read: async (id) => kept.get(id) ?? null,
    open: async () => [...kept.values()].filter(isOpen),
    async write(job) {
      history.push(job);
      kept.set(job.id, job);
    },
    async remove(id) {
      kept.delete(id);
    },
    ids: async () => [...kept.keys()],
  };
}

/** Bytes that are the same for the same name, whatever the address. */
function imageOf(url: string): FetchedImage {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return { type: 'image/png', bytes: new TextEncoder().encode(name.padEnd(100, '.')) };
}

beforeEach(async () => {
  freshDisk();
  time = 1_000;
  library = await aLibrary({ now: () => time });
  asked = [];
  jobs = memoryJobs();
  denied = new Set();
  room = 1_000_000;
  answer = async (url) => ok(imageOf(url));
});

/** The keeper of a background that has just been started. */
function keeper(parts: Partial<KeeperParts> = {}) {
  return createImageKeeper({
    library,
    jobs,
    fetchImage(url, { signal }) {
      asked.push(url);
      return answer(url, signal);
    },
    isAllowed: async (pattern) => !denied.has(pattern),
    room: async () => room,
    stayAwake: () => () => {},
    ...parts,
  });
}

async function savedWith(page: string, ...images: readonly string[]): Promise<ArticleId> {
  const html = images.map((image) => `<img data-src="${CDN}/${image}">`).join('');
  const request = { ...aRequest(page, { readAt: time }), article: { ...anArticle(page), html } };
  return expectOk(await library.save(request)).summary.id;
}

async function keepAll(id: ArticleId): Promise<ImageJob | null> {
  const one = keeper();
  expectOk(await one.keep(id));
  await one.resume();
  return jobs.read(id);
}

const sizeOf = async (id: ArticleId) => expectOk(await library.summaries([id]))[0]?.imageBytes;
const urlsOf = async (id: ArticleId) => expectOk(await library.images(id)).map(({ url }) => url);

describe('keeping the images of an article', () => {
  it('keeps each, tells the list how large they are, and leaves no work behind', async () => {
    const id = await savedWith('tea', 'a.png', 'b.png');
    expect(await keepAll(id)).toBeNull();
    expect(await urlsOf(id)).toEqual([`${CDN}/a.png`, `${CDN}/b.png`]);
    expect(await sizeOf(id)).toBe(200);
    const [first] = expectOk(await library.images(id));
    expect(expectOk(await library.image(first?.hash ?? ''))).toMatchObject({ type: 'image/png', size: 100 });
  });

  it('asks for nothing before it is told to', async () => {
    await savedWith('tea', 'a.png');
    await keeper().resume();
    expect(asked).toEqual([]);
  });

  it('asks for no image twice: not again, nor for another article', async () => {
    const tea = await savedWith('tea', 'a.png', 'b.png', 'a.png');
    const bread = await savedWith('bread', 'b.png', 'c.png');
    for (const id of [tea, bread, tea]) await keepAll(id);
    expect(asked.toSorted()).toEqual([`${CDN}/a.png`, `${CDN}/b.png`, `${CDN}/c.png`]);
    expect(await sizeOf(bread)).toBe(200);
  });

  it('keeps the same bytes once, whatever their addresses', async () => {
    const id = await savedWith('tea', 'x/same.png', 'y/same.png');
    await keepAll(id);
    expect(await urlsOf(id)).toHaveLength(2);
    expect(expectOk(await library.imageTotals())).toEqual({ count: 1, bytes: 100 });
    expect(await sizeOf(id)).toBe(100);
  });

  it('lists what could not be kept with the reason, and keeps the rest', async () => {
    const id = await savedWith('tea', 'a.png', 'gone.png');
    answer = async (url) => (url.endsWith('gone.png') ? err('refused') : ok(imageOf(url)));
    const job = await keepAll(id);
    expect(job).toMatchObject({ state: 'done', kept: 1, total: 2 });
    expect(job?.failures).toEqual([{ url: `${CDN}/gone.png`, problem: 'refused' }]);

    answer = async (url) => ok(imageOf(url));
    expect(await keepAll(id)).toBeNull();
    expect(asked.filter((url) => url.endsWith('a.png'))).toHaveLength(1);
  });

  it('stops at the limit of all images', async () => {
    const id = await savedWith('tea', 'a.png', 'b.png', 'c.png');
    room = 250;
    const job = await keepAll(id);
    expect(job?.kept).toBe(2);
    expect(job?.failures.map(({ problem }) => problem)).toEqual(['limit-reached']);
  });

  it('says that the disk is full, and does not go on', async () => {
    const id = await savedWith('tea', ...Array.from({ length: 20 }, (_, index) => `${index}.png`));
    const full = async () => ({ ok: false, error: { kind: 'disk-full', details: '' } }) as const;
    const one = keeper({
      library: { ...library, keepImage: full },
    });
    expectOk(await one.keep(id));
    await one.resume();
    expect((await jobs.read(id))?.failures[0]?.problem).toBe('not-stored');
    expect(asked.length).toBeLessThan(10);
  });

  it('refuses an article that is not there, and a damaged one', async () => {
    expect(await keeper().keep('0'.repeat(32) as ArticleId)).toMatchObject({ error: { kind: 'not-found' } });
    const link = expectOk(
      await library.saveLink({ url: 'https://blog.example/l', title: 'l', incognito: false }),
    );
    expect(await keeper().keep(link.summary.id)).toMatchObject({ error: { kind: 'damaged' } });
  });
});

describe('permission', () => {
  it('is waited for: nothing is fetched before it is there, all of it after', async () => {
    const id = await savedWith('tea', 'a.png');
    denied.add(`${CDN}/*`);
    expect(await keepAll(id)).toMatchObject({ state: 'waiting' });
    expect(asked).toEqual([]);
    denied.clear();
    await keeper().resume();
    expect(await sizeOf(id)).toBe(100);
  });

  it('that is not given leaves nothing behind', async () => {
    const id = await savedWith('tea', 'a.png');
    denied.add(`${CDN}/*`);
    await keepAll(id);
    expectOk(await keeper().cancel(id));
    expect(await jobs.read(id)).toBeNull();
  });
});

describe('a background that is stopped', () => {
  it('goes on where it stopped, without what it has already', async () => {
    const id = await savedWith('tea', ...Array.from({ length: 8 }, (_, index) => `${index}.png`));
    let left = 4;
    const dead = new Promise<never>(() => {});
    answer = (url) => (left-- > 0 ? Promise.resolve(ok(imageOf(url))) : dead);
    void keeper().keep(id);
    await expect.poll(async () => (await urlsOf(id)).length).toBe(4);
    const before = asked.length;

    answer = async (url) => ok(imageOf(url));
    await keeper().resume();
    expect(await urlsOf(id)).toHaveLength(8);
    expect(asked.length - before).toBe(4);
    expect(await jobs.read(id)).toBeNull();
  });

  it('is told to cancel: what came stays, nothing more is asked for', async () => {
    const id = await savedWith('tea', ...Array.from({ length: 20 }, (_, index) => `${index}.png`));
    const one = keeper();
    answer = async (url) => {
      if (asked.length === 5) expectOk(await one.cancel(id));
      return ok(imageOf(url));
    };
    expectOk(await one.keep(id));
    await one.resume();
    const job = await jobs.read(id);
    expect(job?.state).toBe('cancelled');
    expect(asked.length).toBeLessThan(9);
    expect(await sizeOf(id)).toBe((job?.kept ?? 0) * 100);
  });
});

describe('an article that goes', () => {
  it('takes its images with it once that can no longer be undone, but not those of others', async () => {
    const tea = await savedWith('tea', 'a.png', 'shared.png');
    const bread = await savedWith('bread', 'shared.png');
    await keepAll(tea);
    await keepAll(bread);
    expectOk(await library.remove(tea));
    expect(expectOk(await library.imageTotals()).count).toBe(2);

    expectOk(await library.restore(tea));
    expect(await urlsOf(tea)).toHaveLength(2);
    expect(await sizeOf(tea)).toBe(200);

    expectOk(await library.remove(tea));
    time += LATER;
    expectOk(await library.forgetRemoved());
    expect(expectOk(await library.imageTotals())).toEqual({ count: 1, bytes: 100 });
    expect(await urlsOf(bread)).toHaveLength(1);
  });

  it('ends the work on its images', async () => {
    const id = await savedWith('tea', 'a.png', 'b.png');
    answer = async (url) => {
      await library.remove(id);
      return ok(imageOf(url));
    };
    expect(await keepAll(id)).toBeNull();
    expect(expectOk(await library.imageTotals()).count).toBe(0);
  });

  it('is forgotten by the work as well', async () => {
    const id = await savedWith('tea', 'a.png');
    answer = async () => err('refused');
    await keepAll(id);
    expectOk(await library.remove(id));
    await keeper().tidy();
    expect(await jobs.ids()).toEqual([]);
  });
});

it('an article that was saved again lets go of what it does not show any more', async () => {
  const id = await savedWith('tea', 'old.png', 'both.png');
  await keepAll(id);
  time += 10;
  await savedWith('tea', 'both.png', 'new.png');
  await keepAll(id);
  expect((await urlsOf(id)).toSorted()).toEqual([`${CDN}/both.png`, `${CDN}/new.png`]);
  expect(expectOk(await library.imageTotals()).count).toBe(2);
});

it('images are let go of at the reader’s wish, and the entry says so', async () => {
  const tea = await savedWith('tea', 'a.png');
  const bread = await savedWith('bread', 'a.png', 'b.png');
  await keepAll(tea);
  await keepAll(bread);
  expect(
    expectOk(await library.withImages())
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([tea, bread].toSorted());
  expectOk(await library.dropImages([bread]));
  expect(await sizeOf(bread)).toBe(0);
  expect(await urlsOf(tea)).toHaveLength(1);
  expect(expectOk(await library.imageTotals()).count).toBe(1);
});
