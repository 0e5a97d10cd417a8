import type { Served } from '../sample-server.ts';

/** A blog of our own writing whose posts share a template, a closing notice and the headline of a series. */
export const BLOG_HOST = 'lockkeeper.example';
/** A blog with the same notice at another host. */
export const OTHER_HOST = 'bargee.example';

export type PostName = 'weir' | 'lock' | 'towpath' | 'quay';

/** Stands below every post. */
export const NOTICE =
  'Letters about the canal are welcome by post, care of the harbour office, and every one of them is answered before the ice comes.';
/** Stands above the text of every post: the same headline each time. */
export const SERIES = 'Letters from the canal';
/** The refrain of a song that two posts quote. */
export const REFRAIN =
  'Row her down to the weir, my lads, and let the water carry her home again before the lamps go out';

const TOPICS: Readonly<Record<PostName, readonly string[]>> = {
  weir: [
    'Below the weir the river is brown and slow, and in August the children stand in it up to their knees with jars.',
    'An engineer came once from the capital, measured the fall of the water twice, and was never heard of again.',
    'I sat there on the last dry Sunday of the year, without a plan, where the barges used to wait for the tide.',
  ],
  lock: [
    'The gates of the lock are oak, and the oldest of the planks still has the mark of the man who sawed it here.',
    'Opening them takes two people and eleven minutes, unless there is a wedding on board, and then it takes twenty.',
    'Nobody has fallen in since the railing was put up, although my brother says that he has thought about it often.',
  ],
  towpath: [
    'In winter the towpath floods as far as the bakery, which then sells its bread through the window to the boats.',
    'Horses went along here until the war; their shoes are found each spring, bent, by people who look for nothing.',
    'A path that is only wide enough for one makes polite people of strangers, and enemies of some old neighbours.',
  ],
  quay: [
    'Seven boats are made fast at the quay this week, and five of them belong to people who cannot swim at all.',
    'The crane has not turned since June, when a heron moved in, and the harbour office is afraid of the heron.',
    'What is unloaded here now is mostly stories, which weigh little and are not counted by anybody at the gate.',
  ],
};

/** The paragraphs that only this post has. */
export function paragraphsOf(name: PostName): readonly string[] {
  return TOPICS[name];
}

/** What stands in the widget of a post, which is left out. */
export function widgetOf(name: PostName): string {
  return `Water level at the ${name} this morning`;
}

export function postUrl(name: PostName, host = BLOG_HOST): string {
  return `http://${host}/${name}.html`;
}

/** A post: its first paragraph as a teaser, slightly shortened, then its text with what every post has. */
export function blogPost(name: PostName): Served {
  const [first = '', ...rest] = TOPICS[name];
  const number = Object.keys(TOPICS).indexOf(name) + 1;
  const teaser = first.replace(' the ', ' that ');
  const body = `<!doctype html><html lang="en"><head><title>The ${name} – Lockkeeper</title></head><body class="postid-${number}">
<header class="site-header"><a href="/">Lockkeeper</a></header>
<main><article id="post-${number}" class="post post-${number} category-${name}">
<h1 class="entry-title">The ${name}</h1><p class="byline">by Edda Brandt</p>
<div class="entry-summary"><p>${teaser}</p></div>
<div class="entry-content"><h2>${SERIES}</h2><p>${first}</p><p>${rest.join('</p><p>')}</p>
<p>Low the bridge and long the day<br>${REFRAIN}<br>Low the bridge and long the day</p>
<div class="widget water-level">${widgetOf(name)}</div>
<p>${NOTICE}</p></div></article></main>
<footer class="site-footer">© Lockkeeper</footer></body></html>`;
  return { contentType: 'text/html', body };
}

/** All posts of the blog, and one of another blog that has the same notice. */
export function blogPages(): Map<string, Served> {
  const names = Object.keys(TOPICS) as PostName[];
  return new Map([
    ...names.map((name): [string, Served] => [postUrl(name), blogPost(name)]),
    [postUrl('quay', OTHER_HOST), blogPost('quay')],
  ]);
}
