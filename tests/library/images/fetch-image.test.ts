import { describe, expect, test, vi } from 'vitest';
import type { AbsoluteUrl } from '../../../utils/extraction/types/source.ts';
import { type FetchOptions, fetchImage } from '../../../utils/library/images/fetch-image.ts';
import { MAX_IMAGE_BYTES } from '../../../utils/library/images/limits.ts';
import { PNG, SVG, text } from './some-images.ts';

const ADDRESS = 'https://cdn.example/a.png' as AbsoluteUrl;

interface Answer extends ResponseInit {
  readonly body: BodyInit;
  readonly landed?: string;
}

function ask(answer: Answer, url = ADDRESS, options: Partial<FetchOptions> = {}) {
  const fetch = vi.fn(async (_: string | URL | Request, __?: RequestInit) => {
    const response = new Response(answer.body, answer);
    Object.defineProperty(response, 'url', { value: answer.landed ?? url });
    return response;
  });
  const signal = new AbortController().signal;
  return { fetch, asked: fetchImage(url, { articleHost: 'blog.example', signal, fetch, ...options }) };
}

describe('asking for an image', () => {
  test('gives it as it is, by its content and not by what the server says of it', async () => {
    const { asked } = ask({ body: SVG, headers: { 'content-type': 'image/png' } });
    expect(await asked).toEqual({ ok: true, value: { type: 'image/svg+xml', bytes: new Uint8Array(SVG) } });
  });

  test('says nothing of the reader', async () => {
    const { fetch, asked } = ask({ body: PNG });
    await asked;
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  test.each([
    ['refused', { body: PNG, status: 404 }],
    ['too-large', { body: PNG, headers: { 'content-length': String(MAX_IMAGE_BYTES + 1) } }],
    ['not-an-image', { body: text('<!doctype html>') }],
    ['not-an-image', { body: '' }],
    ['private-address', { body: PNG, landed: 'http://192.168.1.1/logo.png' }],
    ['unreachable', { body: PNG, landed: 'data:image/png,' }],
  ] satisfies [string, Answer][])('%s', async (problem, answer) => {
    expect(await ask(answer).asked).toEqual({ ok: false, error: problem });
  });

  test('a machine of the own network is not even asked', async () => {
    const { fetch, asked } = ask({ body: PNG }, 'http://localhost/a.png' as AbsoluteUrl);
    expect(await asked).toEqual({ ok: false, error: 'private-address' });
    expect(fetch).not.toHaveBeenCalled();
  });

  test('but it is where the article comes from there', async () => {
    const at = 'http://nas.local/a.png' as AbsoluteUrl;
    expect((await ask({ body: PNG }, at, { articleHost: 'nas.local' }).asked).ok).toBe(true);
  });

  test('an endless answer is ended', async () => {
    const cancel = vi.fn();
    const body = new ReadableStream({
      pull: (control) => control.enqueue(new Uint8Array(1_000_000)),
      cancel,
    });
    expect(await ask({ body }).asked).toEqual({ ok: false, error: 'too-large' });
    expect(cancel).toHaveBeenCalled();
  });

  test('a server that says nothing is given up', async () => {
    const fetch = (_: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      );
    expect(await ask({ body: '' }, ADDRESS, { fetch, time: 1 }).asked).toEqual({
      ok: false,
      error: 'timeout',
    });
  });

  test('a server that is not there is one that cannot be reached', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await ask({ body: '' }, ADDRESS, { fetch }).asked).toEqual({ ok: false, error: 'unreachable' });
  });
});
