import { expect, test } from 'vitest';
import { littleRoom } from '../../utils/library/room.ts';

const GB = 1_000_000_000;

test.each([
  ['a disk with room', { usage: GB, quota: 50 * GB }, null],
  ['a disk that is nearly full', { usage: 50 * GB - 1_000_000, quota: 50 * GB }, 1_000_000],
  ['one that is full', { usage: 50 * GB, quota: 50 * GB }, 0],
  ['more used than there is', { usage: 51 * GB, quota: 50 * GB }, 0],
  ['a small quota, half used', { usage: 5_000_000, quota: 10_000_000 }, null],
  ['a small quota, nearly used', { usage: 9_500_000, quota: 10_000_000 }, 500_000],
  ['a browser that says nothing', {}, null],
  ['a browser that gives nothing', { usage: 0, quota: 0 }, null],
])('%s', (_, disk, left) => {
  expect(littleRoom(disk)).toBe(left);
});
