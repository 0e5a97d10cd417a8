import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { SaveButton } from '../../components/SaveButton.tsx';
import type { SaveState } from '../../components/state/session.ts';
import type { ArticleId } from '../../utils/library/types.ts';
import { show } from './screen.tsx';

afterEach(cleanup);

test.each([
  [{ kind: 'unsaved' }, 1, 'Save this article (s)'],
  [{ kind: 'saved', id: 'x' as ArticleId }, 1, 'Saved. Remove from the reading list (s)'],
  [{ kind: 'busy' }, 0, 'Saving…'],
  [{ kind: 'nothing' }, 0, 'There is no article to save here.'],
  [{ kind: 'private' }, 0, 'Private windows leave no trace, so nothing can be saved here.'],
] as [SaveState, number, string][])(
  '%o answers a click %i times and says what it does',
  (state, times, why) => {
    const onToggle = vi.fn();
    show(<SaveButton state={state} onToggle={onToggle} />);
    const button = screen.getByRole('button');
    fireEvent.click(button);
    expect(onToggle).toHaveBeenCalledTimes(times);
    expect(button.getAttribute('aria-disabled')).toBe(String(times === 0));
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(why);
  },
);
