/** A year, a month or a day: `2024`, `2024-05`, `2024/5/6`, `2024.5.6`, `2024年5月6日`. */
const DATE = /^(\d{4})(?:年|[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})日?)?)?$/u;

/** The first moment of a written year, month or day in the reader's own time zone; null for anything else. */
export function readDate(written: string): number | null {
  const [, year, month = '1', day = '1'] = DATE.exec(written) ?? [];
  if (!year) return null;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  const isReal =
    date.getFullYear() === Number(year) &&
    date.getMonth() === Number(month) - 1 &&
    date.getDate() === Number(day);
  return isReal ? date.getTime() : null;
}
