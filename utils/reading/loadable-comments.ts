import type { MoreComments } from '../extraction/types/comments.ts';

/** True for what can be had through the tab that shows `here`: its own buttons and addresses of its origin. */
export function isLoadable(more: MoreComments, here: string): boolean {
  return more.kind === 'button' || URL.parse(more.url ?? '')?.origin === URL.parse(here)?.origin;
}
