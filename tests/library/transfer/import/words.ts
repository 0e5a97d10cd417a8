import type { ReportWords } from '../../../../utils/library/transfer/import/report.ts';

/** Words of a report that are their own keys. */
export function ownWords(): ReportWords {
  return {
    heading: ['File', 'Row', 'Title', 'Link', 'Result', 'Remark'],
    flaw: 'problem',
    results: echo(),
    rows: echo(),
    bodies: echo(),
    items: echo(),
    files: echo(),
  };
}

function echo<Words extends object>(): Words {
  return new Proxy({}, { get: (_, key) => String(key) }) as Words;
}
