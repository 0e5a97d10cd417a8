import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pagesOf, type SampleServer, startSampleServer } from '../../scripts/lib/sample-server.ts';
import { readSamples } from '../../scripts/lib/samples.ts';

function ask(port: number, method: string, target: string): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const asked = request({ host: '127.0.0.1', port, method, path: target }, (response) => {
    let body = '';
    response.setEncoding('utf8');
    response.on('data', (chunk) => {
      body += chunk;
    });
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
  });
  asked.on('connect', (response) => resolve({ status: response.statusCode ?? 0, body: '' }));
  asked.on('error', reject);
  asked.end();
  return promise;
}

describe('the sample server', () => {
  const samples = readSamples();
  let server: SampleServer;
  beforeEach(async () => {
    server = await startSampleServer(pagesOf(samples.values()));
  });
  afterEach(() => server.close());

  it.each([...samples.values()].map(({ name, expected }) => [name, expected.url]))(
    'serves %s',
    async (name, url) => {
      const { status, body } = await ask(server.port, 'GET', url);
      expect({ status, body }).toEqual({ status: 200, body: samples.get(name)?.body.toString('utf8') });
    },
  );

  it('logs every request, also for what it does not serve', async () => {
    expect((await ask(server.port, 'GET', 'http://tracker.example/pixel')).status).toBe(404);
    expect((await ask(server.port, 'CONNECT', 'secret.example:443')).status).toBe(502);
    expect(server.requests).toEqual([
      { method: 'GET', url: 'http://tracker.example/pixel', cookie: '', referrer: '' },
      { method: 'CONNECT', url: 'secret.example:443', cookie: '', referrer: '' },
    ]);
  });
});
