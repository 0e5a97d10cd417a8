import { messageKey, type Translate } from '../../utils/i18n.ts';
import { type Remark, type ReportWords, ROW_RESULTS } from '../../utils/library/transfer/import/report.ts';
import {
  BODY_PROBLEMS,
  FILE_PROBLEMS,
  type Flaw,
  ROW_REASONS,
} from '../../utils/library/transfer/import/types.ts';
import { IMPORT_PROBLEMS } from '../../utils/library/transfer-types.ts';

/** The words of a report's table in the reader's language. */
export function reportWords(t: Translate): ReportWords {
  return {
    heading: [
      t('importColumnFile'),
      t('importColumnRow'),
      t('importColumnTitle'),
      t('importColumnLink'),
      t('importColumnResult'),
      t('importColumnRemark'),
    ],
    flaw: t('importFlaw'),
    results: wordsFor(ROW_RESULTS, (result) => t(messageKey('importResult', result))),
    rows: wordsFor(ROW_REASONS, (reason) => t(messageKey('importSkipped', reason))),
    bodies: wordsFor(BODY_PROBLEMS, (problem) => t(messageKey('importBody', problem))),
    items: wordsFor(IMPORT_PROBLEMS, (problem) => t(messageKey('importProblem', problem))),
    files: wordsFor(FILE_PROBLEMS, (problem) => t(messageKey('importFile', problem))),
  };
}

/** A remark on a row, as a sentence. */
export function remarkText({ about, reason }: Remark, t: Translate): string {
  if (about === 'row') return t(messageKey('importSkipped', reason));
  return about === 'body' ? t(messageKey('importBody', reason)) : t(messageKey('importProblem', reason));
}

/** What is wrong with a file, and where. */
export function flawText({ file, row, problem }: Flaw, t: Translate): string {
  const values = { file, problem: t(messageKey('importFile', problem)) };
  return row === null ? t('importFlawAt', values) : t('importFlawAfter', { ...values, row });
}

function wordsFor<Value extends string>(
  values: readonly Value[],
  wordOf: (value: Value) => string,
): Record<Value, string> {
  return Object.fromEntries(values.map((value) => [value, wordOf(value)])) as Record<Value, string>;
}
