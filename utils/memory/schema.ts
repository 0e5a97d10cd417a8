import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RemovalReason } from '../extraction/types/removals.ts';

export const DATABASE_NAME = 'memory';

/** What a choice does. Message key `messageKey('choice', kind)`. */
export const CHOICE_KINDS = ['put-back', 'unfold', 'instead'] as const;
export type ChoiceKind = (typeof CHOICE_KINDS)[number];

/** A choice that is kept for a blog. What it is about is a hash alone. */
export interface KeptChoice {
  readonly host: string;
  readonly hash: string;
  readonly kind: ChoiceKind;
  /** Why the thing that was put back had been left out; null for a repeat. */
  readonly reason: RemovalReason | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is known of the blocks of one blog's posts. */
export interface LearnedBlog {
  readonly host: string;
  /** When a post of it was last read, milliseconds since 1970. */
  readonly readAt: number;
  /** Hashes of the posts that taught something, the latest last. */
  readonly posts: readonly string[];
  /** Hash of a block, and of the post that had it; the second is empty once another post had it too. */
  readonly blocks: readonly (readonly [block: string, post: string])[];
}

export interface MemorySchema extends DBSchema {
  choices: { key: [host: string, hash: string]; value: KeptChoice; indexes: { 'by-at': number } };
  blogs: { key: string; value: LearnedBlog; indexes: { 'by-readAt': number } };
}

export type MemoryDatabase = IDBPDatabase<MemorySchema>;

/** Opens what is remembered of blogs: a database of its own, apart from the reading list. */
export function openMemory(name = DATABASE_NAME): Promise<MemoryDatabase> {
  return openDB<MemorySchema>(name, 1, {
    upgrade(database) {
      const choices = database.createObjectStore('choices', { keyPath: ['host', 'hash'] });
      choices.createIndex('by-at', 'at');
      const blogs = database.createObjectStore('blogs', { keyPath: 'host' });
      blogs.createIndex('by-readAt', 'readAt');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
