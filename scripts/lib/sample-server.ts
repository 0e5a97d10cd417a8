import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** What is served at one address; as UTF-8 where `contentType` names no other encoding. */
export interface Served {
  readonly contentType: string;
  readonly body: Buffer | string;
  /** Answers in a way of its own, in place of giving the body: leads on, never ends. */
  readonly respond?: (response: ServerResponse) => void;
}

export interface LoggedRequest {
  readonly method: string;
  /** The whole address; only host and port for a tunnel, which is what https asks a proxy for. */
  readonly url: string;
  /** The cookies that came with it; empty for none. */
  readonly cookie: string;
  /** Where the browser says that it comes from; empty where it does not say. */
  readonly referrer: string;
}

/**
 * Serves pages under any host name on loopback, as an HTTP proxy: a browser that sends everything through it
 * reaches nothing else, and nothing that it asks for goes unseen.
 */
export interface SampleServer {
  readonly port: number;
  /** Every request so far, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Stops serving; every open connection is cut. */
  close(): Promise<void>;
}

const NOT_FOUND = '<!doctype html><html lang="en"><title>Not found</title><p>Nothing is served here.</p>';

/** A request to a proxy names the whole address, one to a server only the path. */
function addressOf(request: IncomingMessage): string {
  const target = request.url ?? '/';
  return /^https?:/iu.test(target) ? target : `http://${request.headers.host ?? 'localhost'}${target}`;
}

function withEncoding(contentType: string): string {
  return contentType.includes('charset') ? contentType : `${contentType}; charset=utf-8`;
}

function answer(pages: ReadonlyMap<string, Served>, url: string, response: ServerResponse): void {
  const page = pages.get(url.replace(/#.*$/u, ''));
  if (page?.respond) {
    page.respond(response);
    return;
  }
  response.writeHead(page ? 200 : 404, {
    'content-type': withEncoding(page?.contentType ?? 'text/html'),
    'cache-control': 'no-store',
  });
  response.end(page?.body ?? NOT_FOUND);
}

/** Other servers on loopback that take a tunnel's bytes, by `host:port` or `host`; no other tunnel opens. */
export type Tunnels = (target: string, client: Duplex) => boolean;

/**
 * Starts the server on a free port of loopback.
 * @param pages what is served, by address without fragment.
 */
export async function startSampleServer(
  pages: ReadonlyMap<string, Served>,
  openTunnel: Tunnels = () => false,
): Promise<SampleServer> {
  const requests: LoggedRequest[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    const url = addressOf(request);
    const { cookie = '', referer: referrer = '' } = request.headers;
    requests.push({ method: request.method ?? '', url, cookie, referrer });
    answer(pages, url, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A browser that is closed resets its connections; that is no failure of the server.
    socket.on('error', () => socket.destroy());
  });
  server.on('connect', (request, client) => {
    const target = request.url ?? '';
    requests.push({ method: 'CONNECT', url: target, cookie: '', referrer: '' });
    if (!openTunnel(target, client)) client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** What a list of samples is served as, with an empty icon for every host so that none is missing. */
export function pagesOf(
  samples: Iterable<{ readonly expected: { readonly url: string } } & Served>,
): Map<string, Served> {
  const pages = new Map<string, Served>();
  for (const sample of samples) {
    pages.set(sample.expected.url, sample);
    pages.set(new URL('/favicon.ico', sample.expected.url).href, { contentType: 'image/x-icon', body: '' });
  }
  return pages;
}
