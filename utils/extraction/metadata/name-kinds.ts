import {
  ASIDE_NAME,
  ASIDE_WHOLE_NAME,
  AUTHOR_NAME,
  COMMENTS_NAME,
  DATE_NAME,
  FOOTER_NAME,
  NAVIGATION_NAME,
  PAGER_NAME,
  TITLE_NAME,
} from './names.ts';

/** What the class and id of an element say about it. */
export interface NameKinds {
  readonly isPager: boolean;
  readonly isComments: boolean;
  readonly isAside: boolean;
  readonly isFooter: boolean;
  readonly isNavigation: boolean;
  readonly isTitle: boolean;
  readonly isDate: boolean;
  readonly isAuthor: boolean;
}

/** The id that a family of Japanese blog templates gives to its comments; as a class it could mean anything. */
const COMMENTS_ID = /\scm\s$/u;

const NOTHING: NameKinds = {
  isPager: false,
  isComments: false,
  isAside: false,
  isFooter: false,
  isNavigation: false,
  isTitle: false,
  isDate: false,
  isAuthor: false,
};

const kindsByName = new Map<string, NameKinds>();
const MOST_KNOWN = 5_000;

/** What a name says; each is read once, for a page gives the same name to hundreds of elements. */
export function kindsOf(name: string): NameKinds {
  if (name === '') return NOTHING;
  const known = kindsByName.get(name);
  if (known) return known;
  const kinds = readKinds(name);
  if (kindsByName.size >= MOST_KNOWN) kindsByName.clear();
  kindsByName.set(name, kinds);
  return kinds;
}

function readKinds(name: string): NameKinds {
  const isComments = COMMENTS_NAME.test(name) || COMMENTS_ID.test(name);
  return {
    isPager: !isComments && PAGER_NAME.test(name),
    isComments,
    isAside: ASIDE_NAME.test(name) || ASIDE_WHOLE_NAME.test(name),
    isFooter: FOOTER_NAME.test(name),
    isNavigation: NAVIGATION_NAME.test(name),
    isTitle: TITLE_NAME.test(name),
    isDate: DATE_NAME.test(name),
    isAuthor: AUTHOR_NAME.test(name),
  };
}
