import { effect } from '@preact/signals';
import type { Session } from './session.ts';

/**
 * Tells whether the page that was read is saved, for the mark on the toolbar button of its tab; again whenever that
 * changes while the screen is open.
 * @returns stops
 */
export function followSaved(
  { reading, list }: Pick<Session, 'reading' | 'list'>,
  tell: (tabId: number, isSaved: boolean) => void,
): () => void {
  return effect(() => {
    const tabId = 'origin' in reading.value ? reading.value.origin.tabId : null;
    const state = list.state.value;
    if (tabId !== null && state.kind === 'ready') tell(tabId, state.entry !== null);
  });
}
