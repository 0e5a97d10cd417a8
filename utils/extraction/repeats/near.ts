import type { Copies, Entry } from './entries.ts';
import { LONG_ENOUGH } from './runs.ts';

const SHINGLE = 4;
/** One shingle in so many is indexed, chosen by its hash, so that equal texts choose equal ones. */
const SAMPLING = 4;
/** A shingle that stands in more blocks than this tells nothing and costs time. */
const MAX_POSTINGS = 12;
/** Share of common shingles from which two blocks are one text with a few characters changed. */
const SIMILAR = 0.8;

/**
 * Finds blocks that say nearly what stood before: a few characters changed. Blocks whose numbers differ are
 * never copies ("300 sold in 2019", "400 sold in 2020"). Candidates come from an index of sampled character
 * shingles, so the time stays linear in the text's length.
 */
export function findNearCopies(entries: readonly Entry[], known: Copies): Copies {
  const postings = new Map<number, number[]>();
  const copies: Copies = new Map();
  entries.forEach((entry, index) => {
    if (!entry.alone || entry.length < LONG_ENOUGH || known.has(index)) return;
    const shingles = shinglesOf(entry.key);
    const original = bestMatch(shingles, postings, entries);
    if (original !== null && isNearCopy(entries[original], entry)) {
      copies.set(index, original);
      return;
    }
    for (const shingle of shingles) {
      const list = postings.get(shingle);
      if (!list) postings.set(shingle, [index]);
      else if (list.length < MAX_POSTINGS) list.push(index);
    }
  });
  return copies;
}

function bestMatch(
  shingles: ReadonlySet<number>,
  postings: ReadonlyMap<number, readonly number[]>,
  entries: readonly Entry[],
): number | null {
  const shared = new Map<number, number>();
  for (const shingle of shingles) {
    for (const index of postings.get(shingle) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = shingles.size * 0.5;
  for (const [index, count] of shared) {
    if (count > most && entries[index]) {
      best = index;
      most = count;
    }
  }
  return best;
}

function isNearCopy(original: Entry | undefined, copy: Entry): boolean {
  if (!original) return false;
  const [short, long] = [original.key.length, copy.key.length].toSorted((a, b) => a - b);
  if (!short || !long || short / long < SIMILAR) return false;
  if (numbersOf(original.key) !== numbersOf(copy.key)) return false;
  return overlap(allShingles(original.key), allShingles(copy.key)) >= SIMILAR;
}

function numbersOf(key: string): string {
  return (key.match(/\p{N}+/gu) ?? []).join(' ');
}

/** The sampled shingles, by which candidates are found. */
function shinglesOf(key: string): Set<number> {
  return hashesOf(key, SAMPLING);
}

function allShingles(key: string): Set<number> {
  return hashesOf(key, 1);
}

/** Hashes of every run of `SHINGLE` characters (FNV-1a, 32 bits) that are multiples of `step`. */
function hashesOf(key: string, step: number): Set<number> {
  const hashes = new Set<number>();
  for (let start = 0; start + SHINGLE <= key.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + SHINGLE; at += 1)
      hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
    hash >>>= 0;
    if (hash % step === 0) hashes.add(hash);
  }
  return hashes;
}

/** Shared shingles over the larger set: whatever one says and the other does not lowers it. */
function overlap(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const larger = Math.max(one.size, other.size);
  return larger === 0 ? 0 : one.intersection(other).size / larger;
}
