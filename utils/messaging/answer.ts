import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { Envelope, Handlers, MessageName } from './protocol.ts';

/** Answers messages from the pages of this extension; must run when the background starts, synchronously. */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    if (!isOwnPage(sender) || !isEnvelope(message, handlers)) return undefined;
    return handle(handlers, message);
  });
}

function handle<Name extends MessageName>(handlers: Handlers, { name, asked }: Envelope<Name>) {
  return handlers[name](asked);
}

/** Scripts that we put into web pages carry our id too; only our own pages have our address. */
function isOwnPage(sender: Browser.runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}

function isEnvelope(message: unknown, handlers: Handlers): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { name } = message as Partial<Envelope>;
  return typeof name === 'string' && Object.hasOwn(handlers, name);
}
