import { inertText } from '../../../text/inert.ts';
import type { Part } from './types.ts';

/** So many bytes wait before they are handed over to the browser, which may keep them on disk. */
const HELD = 4_000_000;

/** Makes one file of pieces as they come; they are never all in the memory of the page. */
export async function collectBlob(parts: AsyncIterable<Part>, type: string): Promise<Blob> {
  const handedOver: Blob[] = [];
  let held: Part[] = [];
  let size = 0;
  for await (const part of parts) {
    held.push(part);
    size += part.length;
    if (size < HELD) continue;
    handedOver.push(new Blob(held));
    held = [];
    size = 0;
  }
  return new Blob([...handedOver, ...held], { type });
}

/** Offers a file to the reader as a download, by a link that nobody sees. */
export function download({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = inertText(name);
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the address by then, also where it asks for a place first.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
