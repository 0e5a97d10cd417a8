import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RepeatChip } from '../../components/RepeatChip.tsx';
import type { Repeat } from '../../utils/extraction/types/article.ts';
import { brokenRules, show } from './screen.tsx';

afterEach(cleanup);

const REPEAT: Repeat = {
  id: 'r1',
  times: 3,
  text: 'The ferry left at six in the morning.',
  copies: [
    { id: 'r1-1', text: 'The ferry left at seven in the morning.', differs: true },
    { id: 'r1-2', text: 'The ferry left at six in the morning.', differs: false },
  ],
};

function open(repeat: Repeat, language: 'en' | 'ja' = 'en') {
  const onFold = vi.fn();
  const { container } = show(<RepeatChip repeat={repeat} onFold={onFold} />, language);
  fireEvent.click(screen.getAllByRole('button')[0] ?? container);
  const marks = (name: 'ins' | 'del') =>
    [...container.querySelectorAll(name)].map((mark) => {
      const words = mark.cloneNode(true) as Element;
      for (const spoken of words.querySelectorAll('.visually-hidden')) spoken.remove();
      return words.textContent;
    });
  return { container, onFold, marks };
}

describe('a chip', () => {
  test('says how often, and shows what differs in each copy as deleted and inserted', async () => {
    const { container, marks } = open(REPEAT);
    expect(screen.getAllByRole('button')[0]?.textContent).toBe('said 3 times, shown once');
    expect(marks('del')).toEqual(['six']);
    expect(marks('ins')).toEqual(['seven']);
    expect(container.textContent).toContain('word for word the same');
    expect(await brokenRules(container)).toEqual([]);
  });

  test('tells those who listen where a difference begins and ends', () => {
    const { container } = open(REPEAT);
    expect(container.querySelector('del')?.textContent).toBe(' [missing here:] six [end of the difference] ');
    expect(container.querySelector('ins')?.textContent).toBe(' [only here:] seven [end of the difference] ');
  });

  test('parts Japanese into words and speaks Japanese', () => {
    const { marks, container } = open(
      {
        ...REPEAT,
        times: 2,
        text: '郵便局員だけが起きていた。',
        copies: [{ id: 'r1-1', text: '配達員だけが起きていた。', differs: true }],
      },
      'ja',
    );
    expect(marks('del').join('')).not.toContain('起きていた');
    expect([...marks('del'), ...marks('ins')].join('')).toMatch(/郵便.*配達/u);
    expect(container.textContent).toContain('ここだけの部分');
  });

  test('shortens what a cut-off teaser lacks', () => {
    const text = `The ferry left. ${'And then it sailed on and on. '.repeat(20)}It never came back.`;
    const { marks } = open({ ...REPEAT, text, copies: [{ text: 'The ferry left. …', differs: true }] });
    const lacks = marks('del').join('');
    expect(lacks.length).toBeLessThan(100);
    expect(lacks).toContain('never came back.');
  });

  test('offers each copy in its place, and all of them', () => {
    const { onFold } = open(REPEAT);
    const [, second] = screen.getAllByRole('button', { name: 'Show this one in its place instead' });
    fireEvent.click(second ?? document.body);
    expect(onFold).toHaveBeenLastCalledWith(REPEAT, { kind: 'instead', copy: 1 });
    fireEvent.click(screen.getByRole('button', { name: 'Show all in their places' }));
    expect(onFold).toHaveBeenLastCalledWith(REPEAT, { kind: 'unfolded' });
  });

  test('folds again what was unfolded', () => {
    const unfolded: Repeat = { ...REPEAT, isUnfolded: true };
    const { onFold } = open(unfolded);
    expect(screen.getAllByRole('button')[0]?.textContent).toBe('said 3 times, each shown');
    expect(screen.queryByRole('button', { name: 'Show this one in its place instead' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Fold again' }));
    expect(onFold).toHaveBeenLastCalledWith(unfolded, { kind: 'folded' });
  });

  test('offers nothing whose place is not known, as in articles saved earlier', () => {
    const { id, times } = REPEAT;
    const { container } = open({ id, times, copies: [{ text: 'The ferry left …', differs: true }] });
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(container.textContent).toContain('The ferry left …');
  });
});
