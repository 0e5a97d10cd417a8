import { perClasses } from '../page-copy/per-classes.ts';

/** So many elements with a name of their own say where something stands. */
const MOST_NAMED = 3;
const MOST_STEPS = 12;
const LONGEST_STEP = 80;
/**
 * Names that say which post it is, not which place of the template: WordPress writes number, categories and tags of
 * a post into its classes, and themes the author's name.
 */
const OF_ONE_POST = /^(?:category|tag|author|term|postid|page-id|status|format)-|^has-|^is-/iu;

/**
 * Where an element stands in the template of its blog: its name and those of the elements around it up to a few that
 * have an id or classes, numbers made alike. Two posts of a blog give the same for the same place.
 *
 * @param parentOf gives the element around another; for what has been taken from its tree
 */
export function shapeOf(
  element: Element,
  parentOf: (element: Element) => Element | null = ({ parentElement }) => parentElement,
): string {
  const steps: string[] = [];
  let named = 0;
  let at: Element | null = element;
  while (at && named < MOST_NAMED && steps.length < MOST_STEPS) {
    if (at.nodeName.toUpperCase() === 'BODY') break;
    const step = stepOf(at);
    if (step.includes('#') || step.includes('.')) named += 1;
    steps.push(step);
    at = parentOf(at);
  }
  return steps.reverse().join('>');
}

/** Each class of an attribute after a full stop. */
const classSteps = perClasses((_, all) => {
  const names = all.filter((name) => !OF_ONE_POST.test(name));
  if (names.length <= 1) return names[0] === undefined ? '' : `.${alike(names[0])}`;
  return `.${[...new Set(names.map(alike).sort())].join('.')}`;
});

/** One element's name, id and classes. */
export function stepOf(element: Element): string {
  const id = alike(element.getAttribute('id') ?? '');
  const step = `${element.localName}${id ? `#${id}` : ''}${classSteps(element)}`;
  return step.length <= LONGEST_STEP ? step : step.slice(0, LONGEST_STEP).toWellFormed();
}

const DIGIT = /\d/u;

/** Numbers count posts and widgets. */
function alike(name: string): string {
  return DIGIT.test(name) ? name.trim().replace(/\d+/gu, '0') : name.trim();
}
