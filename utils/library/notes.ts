import { MAX_NOTE } from './types.ts';

/**
 * A note with another one below it, unless it holds that already.
 * @returns the note, and whether its end had to be cut because the two were too long together
 */
export function joinNotes(note: string, added: string): { readonly note: string; readonly isCut: boolean } {
  const tidy = added.toWellFormed().replace(/\r\n?/gu, '\n').trim();
  const holdsIt = tidy === '' || `\n\n${note}\n\n`.includes(`\n\n${tidy}\n\n`);
  const joined = holdsIt ? note : [note, tidy].filter(Boolean).join('\n\n');
  if (joined.length <= MAX_NOTE) return { note: joined, isCut: false };
  // A sign of two units is not cut in half.
  return { note: joined.slice(0, MAX_NOTE).replace(/[\ud800-\udbff]$/u, ''), isCut: true };
}
