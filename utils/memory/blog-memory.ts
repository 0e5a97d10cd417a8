import type { BlogMemory } from '../../components/state/learning.ts';
import { send } from '../messaging/send.ts';
import { loadSettings } from '../settings.ts';
import { pageMemory } from './with-memory.ts';

/** What is remembered of blogs, as the screens that show articles use it: they ask the background to keep choices. */
export const blogMemory: BlogMemory = {
  recall: (host, keys) => pageMemory().recall(host, keys),
  keep: (changes) => send('keepChoices', changes),
  meet: async (post) => pageMemory().meet(post, (await loadSettings()).learnBlogs === 'on'),
};
