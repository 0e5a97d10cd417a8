import { anEntry } from '../types.ts';
import type { LineFormat } from './lines.ts';

/** A plain list: one address a line, a title behind it where there is one; lines with # are remarks. */
export const addresses: LineFormat = {
  kind: 'addresses',
  entry(line, row) {
    if (line.startsWith('#')) return null;
    const [url = '', ...title] = line.split(/[\s\u3000]+/u);
    return anEntry(row, /^[a-z][a-z0-9+.-]*:/iu.test(url) ? { url, title: title.join(' ') } : {});
  },
};
