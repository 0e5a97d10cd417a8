import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ID_BYTES } from '../../../utils/library/finder/catalogue/columns.ts';
import { bytesOfId, joinedIds, splitIds } from '../../../utils/library/finder/catalogue/ids.ts';
import type { ArticleId } from '../../../utils/library/types.ts';

const id = fc
  .uint8Array({ minLength: ID_BYTES, maxLength: ID_BYTES })
  .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') as ArticleId);

it('hands over the ids of any rows in any order', () => {
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 20 }), fc.array(fc.nat()), (ids, wanted) => {
      const rows = wanted.map((number) => number % ids.length);
      const column = new Uint8Array(ids.flatMap((one) => [...bytesOfId(one)]));
      expect(splitIds(joinedIds(column, Uint32Array.from(rows)))).toEqual(rows.map((row) => ids[row]));
    }),
  );
});
