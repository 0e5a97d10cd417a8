import { type Zippable, zipSync } from 'fflate';
import { readFile } from '../../../../utils/library/transfer/import/read-file.ts';
import type { Entry, Flaw, ImportKind } from '../../../../utils/library/transfer/import/types.ts';

export interface WholeRead {
  readonly kinds: readonly ImportKind[];
  readonly entries: readonly Entry[];
  readonly flaws: readonly Flaw[];
  /** Where each entry came from. */
  readonly files: readonly string[];
}

/** A file of some content; its name says nothing of it. */
export function fileOf(content: string | Uint8Array<ArrayBuffer>, name = 'download'): File {
  return new File([content], name);
}

/** An archive of texts and bytes by their names. */
export function zipOf(contents: Readonly<Record<string, string | Uint8Array>>, name = 'download'): File {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const [path, content] of Object.entries(contents)) {
    files[path] = typeof content === 'string' ? encoder.encode(content) : content;
  }
  return new File([zipSync(files) as Uint8Array<ArrayBuffer>], name);
}

/** Reads a file to its end. */
export async function read(file: File | string | Uint8Array<ArrayBuffer>): Promise<WholeRead> {
  const kinds = new Set<ImportKind>();
  const entries: Entry[] = [];
  const flaws: Flaw[] = [];
  const files: string[] = [];
  for await (const found of readFile(file instanceof File ? file : fileOf(file), () => {})) {
    if ('flaw' in found) flaws.push(found.flaw);
    else {
      kinds.add(found.kind);
      entries.push(found.entry);
      files.push(found.file);
    }
  }
  return { kinds: [...kinds], entries, flaws, files };
}

/** A moment as its ISO form tells it. */
export function at(iso: string): number {
  return Date.parse(iso);
}
