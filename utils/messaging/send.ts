import { browser } from 'wxt/browser';
import { messageOf } from '../result.ts';
import type { Answer, Asked, Envelope, MessageName } from './protocol.ts';

/**
 * Asks the background. The browser may stop the background in the middle of a message and close the channel,
 * although the work was done; so what got no answer is asked once more, which the protocol makes harmless.
 * Never rejects: with no answer at all the result is an error of kind `no-answer`.
 */
export async function send<Name extends MessageName>(name: Name, asked: Asked<Name>): Promise<Answer<Name>> {
  const envelope: Envelope<Name> = { name, asked };
  let details = '';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const answer: Answer<Name> | undefined = await browser.runtime.sendMessage(envelope);
      if (answer) return answer;
    } catch (thrown) {
      details = messageOf(thrown);
    }
  }
  return { ok: false, error: { kind: 'no-answer', details } } as Answer<Name>;
}
