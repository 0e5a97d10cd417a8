import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ArticleId } from '../../utils/library/types.ts';
import { answerMessages } from '../../utils/messaging/answer.ts';
import type { Handlers } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { ok } from '../../utils/result.ts';

const id = '0'.repeat(32) as ArticleId;
const removed = ok({ title: 'Tea' } as never);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('asking the background', () => {
  it('gives the answer and sends once when all is well', async () => {
    const channel = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(removed as never);
    expect(await send('removeArticle', id)).toEqual(removed);
    expect(channel).toHaveBeenCalledExactlyOnceWith({ name: 'removeArticle', asked: id });
  });

  it.each([
    ['closed', () => Promise.reject(new Error('The message channel closed before a response was received.'))],
    ['silent', () => Promise.resolve(undefined)],
  ])('asks once more when the channel was %s', async (_what, first) => {
    const channel = vi
      .spyOn(browser.runtime, 'sendMessage')
      .mockImplementationOnce(first as never)
      .mockResolvedValueOnce(removed as never);
    expect(await send('removeArticle', id)).toEqual(removed);
    expect(channel).toHaveBeenCalledTimes(2);
  });

  it('says that there was no answer after the second time', async () => {
    const channel = vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    const answer = await send('removeArticle', id);
    expect(answer).toEqual({ ok: false, error: { kind: 'no-answer', details: 'no receiver' } });
    expect(channel).toHaveBeenCalledTimes(2);
  });
});

describe('answering', () => {
  const OWN = { id: 'seidoku', url: 'chrome-extension://seidoku/popup.html' };

  type Hear = (message: unknown, sender: object) => unknown;

  /** What the background does with a message from a sender. */
  function receive(message: unknown, sender: object) {
    vi.spyOn(browser.runtime, 'getURL').mockReturnValue('chrome-extension://seidoku/');
    Object.assign(browser.runtime, { id: 'seidoku' });
    const listen = vi.spyOn(browser.runtime.onMessage, 'addListener');
    const removeArticle = vi.fn(async () => removed);
    answerMessages({ removeArticle } as unknown as Handlers);
    const hear = listen.mock.calls[0]?.[0] as unknown as Hear | undefined;
    const answer = hear?.(message, sender);
    return { answer, removeArticle };
  }

  it('hands a message of our own page to its handler', async () => {
    const { answer, removeArticle } = receive({ name: 'removeArticle', asked: id }, OWN);
    expect(await answer).toEqual(removed);
    expect(removeArticle).toHaveBeenCalledExactlyOnceWith(id);
  });

  it.each([
    ['another extension', { name: 'removeArticle', asked: id }, { ...OWN, id: 'other' }],
    ['a web page', { name: 'removeArticle', asked: id }, { id: 'seidoku', url: 'https://blog.example/' }],
    [
      'a page that only begins like ours',
      { name: 'removeArticle', asked: id },
      { ...OWN, url: 'chrome-extension://seidoku.evil/' },
    ],
    ['nobody', { name: 'removeArticle', asked: id }, {}],
    ['us, an unknown name', { name: 'toString', asked: id }, OWN],
    ['us, no envelope', null, OWN],
  ])('is silent to %s', (_who, message, sender) => {
    const { answer, removeArticle } = receive(message, sender);
    expect(answer).toBeUndefined();
    expect(removeArticle).not.toHaveBeenCalled();
  });
});
