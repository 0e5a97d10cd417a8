/**
 * Signs that a file of another kind may not hold or that turn round what stands beside them: control characters
 * but tab and line feed, the two non-characters that XML forbids, and the embeddings, overrides and isolates of
 * bidirectional text, by which a name can seem to end in another way than it does.
 */
const UNSAFE = /(?![\t\n])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]/gu;

/** Text that may be written into a file of any kind: well-formed, without control and direction signs. */
export function inertText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(UNSAFE, '');
}

/** `inertText` on one line. */
export function inertLine(text: string): string {
  return inertText(text).replace(/\s+/gu, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML or XML shows it, between elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return inertText(text).replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}
