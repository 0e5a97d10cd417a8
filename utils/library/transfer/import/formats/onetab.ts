import { anEntry } from '../types.ts';
import type { LineFormat } from './lines.ts';

/** OneTab: `URL | Title` a line, groups apart by empty lines. */
export const onetab: LineFormat = {
  kind: 'onetab',
  entry(line, row) {
    const [url = '', ...title] = line.split(' | ');
    return anEntry(row, { url, title: title.join(' | ') });
  },
};
