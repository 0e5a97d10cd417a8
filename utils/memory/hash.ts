/** Bytes of a hash that are kept: enough that two texts of one blog never share it. */
const BYTES = 12;

/** Part of the SHA-256 of each text, as base64url; what was hashed cannot be read from it. */
export async function hashesOf(texts: readonly string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  return Promise.all(
    texts.map(async (text) => {
      const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text));
      return btoa(String.fromCharCode(...new Uint8Array(digest, 0, BYTES)))
        .replaceAll('+', '-')
        .replaceAll('/', '_');
    }),
  );
}
