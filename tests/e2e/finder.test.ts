import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../scripts/lib/driver.ts';
import { save } from '../../scripts/lib/screens.ts';
import { KINDS, type Session, startSession } from './session.ts';

/** Asks a finder of its own, as pages do, until its index is current. */
function find(page: View, text: string): Promise<{ found: number; sentences: string[] }> {
  return page.run(async (line) => {
    const worker = new Worker('/finder.js');
    let calls = 0;
    const ask = <T>(asked: object): Promise<T> =>
      new Promise((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }) => {
          if (data.call !== calls) return;
          if (data.result.ok) resolve(data.result.value);
          else reject(new Error(`${data.result.error.kind}: ${data.result.error.details}`));
        };
        calls += 1;
        worker.postMessage({ ...asked, call: calls });
      });
    const filter = { states: [], onlyFavourites: false, tag: null, site: null, lang: null };
    const query = { text: line, filter, sort: 'relevance', descending: true };
    for (;;) {
      const { ids, isIndexCurrent } = await ask<{ ids: Uint8Array; isIndexCurrent: boolean }>({
        verb: 'find',
        query,
      });
      if (!isIndexCurrent) continue;
      const all = new TextDecoder().decode(ids).match(/.{32}/gu) ?? [];
      const hits = await ask<{ place: string; sentence: string }[]>({ verb: 'hits', query, ids: all });
      worker.terminate();
      return {
        found: all.length,
        sentences: hits.filter(({ place }) => place === 'text').map(({ sentence }) => sentence),
      };
    }
  }, text);
}

describe.each(KINDS)('the finder in %s', (kind) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('finds what was saved, in its worker, and nothing else', async () => {
    for (const name of ['wordpress-thread', 'fc2-br']) {
      const visit = await session.visitSample(name);
      await save(visit.popup);
      await session.leave(visit);
    }
    const page = await session.browser.openOwnPage('options.html');
    expect((await find(page, '')).found).toBe(2);
    const boat = await find(page, 'boat');
    expect(boat.found).toBe(1);
    expect(boat.sentences.join(' ')).toMatch(/boat/iu);
    expect((await find(page, 'めーとる')).found).toBe(1);
    expect((await find(page, 'メートル 時計')).found).toBe(1);
    expect((await find(page, '時計台 boat')).found).toBe(0);
    expect(await session.browser.troubles()).toEqual([]);
  });
});
