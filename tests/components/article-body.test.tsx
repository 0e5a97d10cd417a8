import { readdir, readFile } from 'node:fs/promises';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { ArticleBody } from '../../components/ArticleBody.tsx';
import { sanitiseHtml } from '../../utils/extraction/sanitise.ts';
import { ENGLISH, safe } from './articles.ts';
import { show } from './screen.tsx';

afterEach(cleanup);

const WITH_IMAGE = sanitiseHtml(
  '<p>Text</p><img src="https://img.example/a.jpg" alt="A heron" width="800" height="600">',
  'https://blog.example/',
);

test('an image has no address until it is asked for', () => {
  const { container } = show(<ArticleBody html={WITH_IMAGE} showImages={false} kind="article" />);
  expect(container.querySelector('img')).toBeNull();
  expect(container.innerHTML).not.toContain('img.example');
  expect(screen.getByText('A heron')).toBeTruthy();
});

test('a wanted image is fetched without telling from where', () => {
  const { container } = show(<ArticleBody html={WITH_IMAGE} showImages={true} kind="article" />);
  const image = container.querySelector('img');
  expect(image?.getAttribute('src')).toBe('https://img.example/a.jpg');
  expect(image?.getAttribute('alt')).toBe('A heron');
  expect(image?.getAttribute('referrerpolicy')).toBe('no-referrer');
});

test('an image that fails to load says so', async () => {
  const { container } = show(<ArticleBody html={WITH_IMAGE} showImages={true} kind="article" />);
  const image = container.querySelector('img');
  if (image) fireEvent.error(image);
  expect(await screen.findByText(/could not be loaded/u)).toBeTruthy();
});

test('an image that lies in the page itself is shown at once, since it asks nobody', () => {
  const html = sanitiseHtml(
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="dot">',
    'https://a.example/',
  );
  const { container } = show(<ArticleBody html={html} showImages={false} kind="article" />);
  expect(container.querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/gif/u);
});

test('a repeat chip stands where the repeat was, and opens the other copies', async () => {
  const { container } = show(
    <ArticleBody html={ENGLISH.html} repeats={ENGLISH.repeats} showImages={false} kind="article" />,
  );
  const chip = screen.getByRole('button', { name: 'said twice, shown once' });
  expect(chip.closest('p')?.textContent).toContain('I began with a fork');
  expect(chip.getAttribute('aria-expanded')).toBe('false');
  expect(container.textContent).not.toContain('worded a little differently');
  fireEvent.click(chip);
  expect(await screen.findByText('worded a little differently')).toBeTruthy();
  expect(container.textContent).toContain(ENGLISH.repeats[0]?.copies[0]?.text);
  fireEvent.click(chip);
  expect(chip.getAttribute('aria-expanded')).toBe('false');
});

test('showing images keeps opened copies open', async () => {
  const body = (showImages: boolean) => (
    <ArticleBody html={ENGLISH.html} repeats={ENGLISH.repeats} showImages={showImages} kind="article" />
  );
  const { container, rerender } = show(body(false));
  fireEvent.click(screen.getByRole('button', { name: 'said twice, shown once' }));
  await screen.findByText('worded a little differently');
  rerender(body(true));
  expect(screen.getByText('worded a little differently')).toBeTruthy();
  expect(container.querySelectorAll('img')).toHaveLength(1);
});

test('a place without its repeat stays empty', () => {
  const { container } = show(
    <ArticleBody
      html={safe('<p>a<span data-repeat="r9"></span></p>')}
      repeats={[]}
      showImages={false}
      kind="article"
    />,
  );
  expect(container.querySelector('button')).toBeNull();
});

test('links of sanitised HTML open apart and tell nothing', () => {
  const html = sanitiseHtml('<a href="/next" onclick="alert(1)">next</a>', 'https://blog.example/');
  show(<ArticleBody html={html} showImages={false} kind="comment" />);
  const link = screen.getByRole('link', { name: 'next' });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toMatch(/noopener.*noreferrer/u);
  expect(link.getAttribute('onclick')).toBeNull();
});

test('no other component puts HTML into the page', async () => {
  const folder = new URL('../../components/', `file://${import.meta.filename}`);
  const entries = await readdir(folder, { recursive: true });
  const offenders = [];
  for (const entry of entries.filter((name) => /\.tsx?$/u.test(name))) {
    const source = await readFile(new URL(entry, folder), 'utf8');
    if (/dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|outerHTML/u.test(source))
      offenders.push(entry);
  }
  expect(offenders).toEqual(['ArticleBody.tsx']);
});
