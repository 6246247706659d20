import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextAllowedTime } from '../src/quietHours.ts';

const NIGHT = { start: '21:00', end: '08:00' };

describe('nextAllowedTime', () => {
  const cases: [string, string, string][] = [
    // Berlin is one hour ahead of UTC in winter.
    ['in the afternoon', '2026-01-15T14:00:00Z', '2026-01-15T14:00:00Z'],
    ['at the start', '2026-01-15T20:00:00Z', '2026-01-16T07:00:00Z'],
    ['after midnight', '2026-01-16T02:30:00Z', '2026-01-16T07:00:00Z'],
    ['at the end', '2026-01-16T07:00:00Z', '2026-01-16T07:00:00Z'],
  ];
  for (const [name, time, expected] of cases) {
    it(`is right ${name}`, () => {
      assert.equal(
        nextAllowedTime(new Date(time), 'Europe/Berlin', NIGHT).getTime(),
        new Date(expected).getTime(),
      );
    });
  }

  it('knows quiet hours within a day', () => {
    const lunch = { start: '12:00', end: '13:00' };
    assert.equal(
      nextAllowedTime(
        new Date('2026-01-15T12:15:00Z'),
        'Europe/Dublin',
        lunch,
      ).toISOString(),
      '2026-01-15T13:00:00.000Z',
    );
  });
});
