import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROOM_TO_ADD, rememberRoom } from '../../utils/library/disk-room.ts';

/** A disk with so much room that others may fill. */
function aDisk(bytes: number) {
  const disk = { bytes, time: 0, measured: 0 };
  const room = rememberRoom(
    async () => {
      disk.measured += 1;
      return disk.bytes;
    },
    () => disk.time,
  );
  return { disk, room };
}

it('measures a large room once for some saves in a row', async () => {
  const { disk, room } = aDisk(50_000_000_000);
  for (const time of [0, 3, 1_000, 5_000]) {
    disk.time = time;
    expect(await room()).toBeGreaterThan(ROOM_TO_ADD);
  }
  expect(disk.measured).toBe(1);
});

it('measures again after a while, whatever there was', async () => {
  const { disk, room } = aDisk(Number.POSITIVE_INFINITY);
  await room();
  disk.bytes = 5;
  disk.time = 10_000;
  expect(await room()).toBe(5);
});

it('measures a small room each time', async () => {
  const { disk, room } = aDisk(ROOM_TO_ADD - 1);
  await room();
  disk.bytes = 1_000;
  expect(await room()).toBe(1_000);
});

it('never takes a disk for one with room that may be full', async () => {
  const step = fc.record({ wait: fc.nat(20_000), speed: fc.double({ min: 0, max: 5_000_000, noNaN: true }) });
  await fc.assert(
    fc.asyncProperty(fc.nat(20_000_000_000), fc.array(step), async (bytes, steps) => {
      const { disk, room } = aDisk(bytes);
      await room();
      for (const { wait, speed } of steps) {
        disk.time += wait;
        disk.bytes = Math.max(0, disk.bytes - wait * speed);
        if (disk.bytes < ROOM_TO_ADD) expect(await room()).toBeLessThan(ROOM_TO_ADD);
        else await room();
      }
    }),
  );
});
