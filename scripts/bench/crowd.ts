import type { RawComment, RawThread } from '../../utils/extraction/types/comments.ts';
import { sentencesOf } from '../../utils/text/words.ts';
import { pick, seeded } from './seeded.ts';

const ANSWERING_SHARE = 0.35;

/**
 * A thread of many comments from those of a small one: each begins with sentences of one comment, goes on with
 * sentences of another, and about a third answer an earlier one.
 */
export function crowdOf(comments: readonly RawComment[], count: number, seed: number): RawThread {
  const random = seeded(seed);
  const sentences = comments.map(({ text }) => sentencesOf(text, null));
  const crowd: RawComment[] = [];
  for (let index = 0; index < count; index++) {
    const model = pick(comments, random);
    const parent = crowd.length > 0 && random() < ANSWERING_SHARE ? pick(crowd, random) : null;
    const said = [part(pick(sentences, random), random), part(pick(sentences, random), random)];
    const body = document.createDocumentFragment();
    for (const text of said) {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      body.append(paragraph);
    }
    crowd.push({
      ...model,
      id: `c${index + 1}`,
      author: pick(comments, random).author,
      parentId: parent?.id ?? null,
      depth: parent ? parent.depth + 1 : 0,
      text: said.join('\n'),
      body,
    });
  }
  return { comments: crowd, elsewhere: null };
}

/** At least one of the sentences, the others by chance, in their order. */
function part(sentences: readonly string[], random: () => number): string {
  if (sentences.length === 0) return '';
  const sure = Math.floor(random() * sentences.length);
  return sentences.filter((_, index) => index === sure || random() < 0.7).join(' ');
}

/** Writes a thread into a page as blogs do, in one list of comments. */
export function addComments(page: Document, { comments }: RawThread): void {
  const list = page.createElement('ol');
  list.className = 'comment-list';
  for (const comment of comments) {
    const item = page.createElement('li');
    item.className = 'comment';
    item.innerHTML =
      '<article class="comment-body"><footer class="comment-meta"><b class="fn"></b> <time></time></footer><div class="comment-content"></div></article>';
    const [name, time, content] = [...item.querySelectorAll('.fn, time, .comment-content')];
    if (name) name.textContent = comment.author;
    if (time) time.textContent = comment.date?.shown ?? '';
    content?.append(page.importNode(comment.body, true));
    list.append(item);
  }
  const section = page.createElement('section');
  section.id = 'comments';
  section.append(list);
  page.body.append(section);
}
