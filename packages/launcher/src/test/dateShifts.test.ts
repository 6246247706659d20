import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateShifts, shiftOfDay } from './dateShifts.ts';

const day = 86_400_000;

test('names the dates ahead that code stumbles over', () => {
  const shifts = dateShifts(new Date('2026-11-27T03:00:00Z'));
  assert.deepEqual(
    shifts.map(({ name, at, timeZone }) => [name, at.toISOString(), timeZone]),
    [
      ['next-day', '2026-11-28T03:00:00.000Z', 'UTC'],
      ['97-days', '2027-03-04T03:00:00.000Z', 'UTC'],
      ['29-february', '2028-02-29T12:00:00.000Z', 'UTC'],
      ['clocks-forward', '2027-03-28T12:00:00.000Z', 'UTC'],
      ['clocks-forward-berlin', '2027-03-28T12:00:00.000Z', 'Europe/Berlin'],
      ['clocks-back', '2027-10-31T12:00:00.000Z', 'UTC'],
      ['clocks-back-berlin', '2027-10-31T12:00:00.000Z', 'Europe/Berlin'],
      ['31-december', '2026-12-31T12:00:00.000Z', 'UTC'],
    ],
  );
});

test('takes each of them once in as many days', () => {
  const start = Date.parse('2026-11-27T00:00:00Z');
  const names = Array.from(
    { length: 8 },
    (_, index) => shiftOfDay(new Date(start + index * day)).name,
  );
  assert.equal(new Set(names).size, 8);
  assert.equal(shiftOfDay(new Date(start + day - 1)).name, names[0]);
});
