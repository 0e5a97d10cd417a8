import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './processes.ts';

/** A comment as a sample page holds it. */
export interface ExpectedComment {
  readonly author?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly title?: string;
  readonly text: string;
  readonly depth: number;
  readonly byPostAuthor?: boolean;
}

/** What reading a sample page gives: `expected.json` beside the page. */
export interface ExpectedSample {
  /** The address under which the sample is served. */
  readonly url: string;
  /** What the sample is, for people. */
  readonly about: string;
  /** `text/html` where nothing is said. */
  readonly contentType?: string;
  readonly kind: 'article' | 'not-an-article' | 'unreadable';
  /** Why it is not an article or not readable. */
  readonly reason?: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly title?: string;
  readonly author?: string;
  readonly siteName?: string;
  readonly published?: string;
  /** Every block of the article's text, in order. */
  readonly paragraphs?: readonly string[];
  /** Blocks of its text, in order, where other blocks may stand between them. */
  readonly contains?: readonly string[];
  readonly tags?: readonly string[];
  readonly categories?: readonly string[];
  readonly comments?: readonly ExpectedComment[];
  readonly previous?: { readonly title: string };
  readonly next?: { readonly title: string };
  /** How many blocks were said more than once. */
  readonly repeats?: number;
  /** Words that must not stand in the article's text. */
  readonly absent?: readonly string[];
  /** Words that must stand in the drawer of what was left out. */
  readonly leftOut?: readonly string[];
}

export interface Sample {
  /** The name of its folder without `sample--`. */
  readonly name: string;
  readonly expected: ExpectedSample;
  readonly contentType: string;
  readonly body: Buffer;
}

const PAGES = join(PROJECT_ROOT, 'tests/pages');
const PREFIX = 'sample--';

function readSample(folder: string): Sample {
  const path = join(PAGES, folder);
  const expected = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8')) as ExpectedSample;
  const contentType = expected.contentType ?? 'text/html';
  const file = readdirSync(path).find((name) => name.startsWith('page.'));
  if (!file) throw new Error(`${folder} has no page`);
  return { name: folder.slice(PREFIX.length), expected, contentType, body: readFileSync(join(path, file)) };
}

/** Every sample page of the project with what reading it gives, by name. */
export function readSamples(): ReadonlyMap<string, Sample> {
  const folders = readdirSync(PAGES).filter((name) => name.startsWith(PREFIX));
  return new Map(
    folders
      .sort()
      .map(readSample)
      .map((sample) => [sample.name, sample]),
  );
}

/** A sample that must exist. */
export function sampleOf(samples: ReadonlyMap<string, Sample>, name: string): Sample {
  const sample = samples.get(name);
  if (!sample) throw new Error(`There is no sample named ${name}`);
  return sample;
}
