import type { Facts } from './facts.ts';
import {
  daysBetween,
  firstDay,
  type MachineDate,
  machinePublished,
  machineUpdated,
} from './machine-dates.ts';
import { type ShownDate, shownDates } from './shown-dates.ts';
import type { FoundTitle } from './title.ts';

export interface FoundDates {
  readonly published: string | null;
  readonly updated: string | null;
}

/** Days around a machine date within which a shown date tells the same day in the writer's own time zone. */
const TIME_ZONE_DAYS = 1;
/** A shown date with this score is marked or placed as the post's. */
const SURE = 4;

/** Finds when a post was published and updated, as the page writes it. */
export function findDates(facts: Facts, title: FoundTitle, lang: string | null): FoundDates {
  const shown = shownDates(facts, title, lang);
  const machine = machinePublished(facts);
  const changed = machineUpdated(facts);
  const own = shown.filter(({ isUpdate }) => !isUpdate);
  const published =
    (machine && asShown(machine, shown, changed)) ??
    own[0]?.iso ??
    dateInUrl(facts) ??
    // Where the page tells only when it was changed, that is the day it writes.
    shown[0]?.iso ??
    null;
  const updated = changed[0] ?? shown.find(({ isUpdate }) => isUpdate)?.iso ?? null;
  return { published, updated: updated && published && updated > published ? updated : null };
}

/**
 * The machine's date; the shown one beside it where the machine's is in UTC; and the date beside the title
 * where the page shows the machine's nowhere and does not give the shown one as that of a change.
 */
function asShown(machine: MachineDate, shown: readonly ShownDate[], changed: readonly string[]): string {
  const near = shown.find(({ iso }) => daysBetween(iso, machine.iso) <= TIME_ZONE_DAYS);
  if (near) return machine.isUtc ? near.iso : machine.iso;
  const [best] = shown;
  if (!best?.isNear || best.score < SURE || isSwapped(best.iso, machine.iso)) return machine.iso;
  const isChange =
    changed.includes(best.iso) || shown.some(({ iso, isUpdate }) => isUpdate && iso === best.iso);
  return isChange ? machine.iso : best.iso;
}

/** `09.10.2024` read as October 9th where September 10th was meant. */
function isSwapped(one: string, other: string): boolean {
  const [year, month, day] = one.split('-');
  return other === `${year}-${day}-${month}`;
}

const URL_DAYS = [
  /\/(?<year>(?:19|20)\d\d)[/-]?(?<month>\d\d)[/-]?(?<day>\d\d)(?=[/_.-]|$)/u,
  /[/-](?<day>\d\d)-(?<month>\d\d)-(?<year>(?:19|20)\d\d)(?=[/_.-]|$)/u,
];

function dateInUrl({ source }: Facts): string | null {
  for (const pattern of URL_DAYS) {
    const { year, month, day } = pattern.exec(source.url ?? '')?.groups ?? {};
    const found = year ? firstDay([`${year}-${month}-${day}`]) : null;
    if (found) return found.iso;
  }
  return null;
}
