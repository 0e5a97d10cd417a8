import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '../../utils/extraction/types/source.ts';
import { pressForComments } from '../../utils/reading/press-for-comments.ts';
import { paragraphs } from '../extraction/html.ts';

const item = (number: number) =>
  `<li class="comment" id="comment-${number}"><b class="fn">Reader ${number}</b> <time datetime="2024-05-0${number}">May ${number}, 2024</time><div class="comment-content"><p>Remark ${number} about rye and its many uses.</p></div></li>`;

function livePage(controls: string, count = 1): Page {
  document.body.innerHTML = `<article><h1>Rye</h1>${paragraphs(4, 'rye')}</article><section id="comments"><ol class="comment-list">${Array.from({ length: count }, (_, index) => item(index + 1)).join('')}</ol>${controls}</section>`;
  return { document, url: 'https://blog.example/rye', contentType: 'text/html', isShown: () => true };
}

const list = () => document.querySelector('.comment-list');
const add = (number: number) => list()?.insertAdjacentHTML('beforeend', item(number));
const control = (selector = 'section button, section a') => document.querySelector<HTMLElement>(selector);

/** What pressing gives once so much time has gone by. */
async function pressed(page: Page, label: string, milliseconds = 10_000) {
  const result = pressForComments(page, label);
  await vi.advanceTimersByTimeAsync(milliseconds);
  return result;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = '';
});

describe("pressing the page's own button for more comments", () => {
  it('waits for what comes late, after a sign of loading, and reads all of it', async () => {
    const page = livePage('<button>Show 2 comments</button>');
    control()?.addEventListener('click', () => {
      control()?.insertAdjacentHTML('afterend', '<i>Loading</i>');
      setTimeout(() => add(2), 3_000);
      setTimeout(() => add(3), 3_300);
    });
    const result = await pressed(page, 'Show 2 comments');
    expect(result.ok && result.value.comments.map(({ author }) => author)).toEqual([
      'Reader 1',
      'Reader 2',
      'Reader 3',
    ]);
  });

  it('tells what the page offers next', async () => {
    const page = livePage('<button>Load more comments</button>');
    control()?.addEventListener('click', () => add(2));
    const result = await pressed(page, 'Load more comments');
    expect(result).toMatchObject({ ok: true, value: { more: { label: 'Load more comments' } } });
  });

  it('presses every button that says the same but for its number, and no other', async () => {
    const page = livePage(
      '<button>Show 2 replies</button><button>Show 3 replies</button><button>Show all comments</button><button>Reply</button>',
    );
    const hits: string[] = [];
    for (const button of document.querySelectorAll('button')) {
      button.addEventListener('click', () => {
        hits.push(button.textContent);
        add(hits.length + 1);
      });
    }
    await pressed(page, 'Show 2 replies');
    expect(hits).toEqual(['Show 2 replies', 'Show 3 replies']);
  });

  it('comes to an end on a page that is never quiet', async () => {
    const page = livePage('<button>Load more comments</button>');
    const clock = setInterval(() => document.querySelector('h1')?.append('.'), 100);
    control()?.addEventListener('click', () => void setTimeout(() => add(2), 1_000));
    const result = await pressed(page, 'Load more comments');
    clearInterval(clock);
    expect(result).toMatchObject({ ok: true, value: { comments: [{}, {}] } });
  });

  it('says so when nothing comes, and when the button is gone', async () => {
    const page = livePage('<button>Load more comments</button>');
    expect(await pressed(page, 'Load more comments')).toEqual({ ok: false, error: 'nothing-new' });
    control()?.remove();
    expect(await pressed(page, 'Load more comments')).toEqual({ ok: false, error: 'no-button' });
  });

  it('does not leave the page by a link or a form that no script takes care of', async () => {
    const page = livePage(
      '<a href="https://blog.example/rye#">Load more comments</a><form><button>Load more comments</button></form>',
    );
    const kept: boolean[] = [];
    const note = (event: Event) => void setTimeout(() => kept.push(event.defaultPrevented));
    control('a')?.addEventListener('click', note);
    document.querySelector('form')?.addEventListener('submit', note);
    await pressed(page, 'Load more comments');
    expect(kept).toEqual([true, true]);
    const after = new MouseEvent('click', { bubbles: true, cancelable: true });
    document.querySelector('form')?.dispatchEvent(after);
    expect(after.defaultPrevented).toBe(false);
  });
});
