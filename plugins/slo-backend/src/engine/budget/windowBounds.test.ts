import { parseDuration } from '@atrium/plugin-slo-common';
import type { SloWindow } from '@atrium/plugin-slo-common';
import { windowBounds } from './windowBounds';

function durationOf(shorthand: string) {
  const duration = parseDuration(shorthand);
  if (!duration) {
    throw new Error(`'${shorthand}' is not a duration`);
  }
  return duration;
}

function rolling(shorthand: string): SloWindow {
  return { kind: 'rolling', duration: durationOf(shorthand) };
}

function calendar(
  shorthand: string,
  startTime: string,
  timeZone: string,
): SloWindow {
  const duration = durationOf(shorthand);
  return { kind: 'calendar', duration, startTime, timeZone };
}

function bounds(window: SloWindow, instant: string) {
  const { from, to, end } = windowBounds(window, new Date(instant));
  return [from, to, end].map(date => date.toISOString());
}

describe('windowBounds', () => {
  it.each([
    // The minute under way is not over, so it does not count.
    ['1h', '2026-11-25T10:04:59.999Z', '2026-11-25T09:04:00.000Z'],
    ['28d', '2026-11-25T10:04:00Z', '2026-10-28T10:04:00.000Z'],
    ['4w', '2026-11-25T10:04:00Z', '2026-10-28T10:04:00.000Z'],
    // A month by the calendar: February of a leap year has a 29th.
    ['1M', '2028-03-31T12:00:00Z', '2028-02-29T12:00:00.000Z'],
    ['1Q', '2026-05-31T12:00:00Z', '2026-02-28T12:00:00.000Z'],
    ['1Y', '2028-02-29T00:00:00Z', '2027-02-28T00:00:00.000Z'],
    // Days are 24 hours, whatever clocks do.
    ['1d', '2026-03-29T12:00:00Z', '2026-03-28T12:00:00.000Z'],
  ])('rolls over %s until %s', (shorthand, instant, from) => {
    const to = `${instant.slice(0, 16)}:00.000Z`;
    expect(bounds(rolling(shorthand), instant)).toEqual([from, to, to]);
  });

  it.each([
    {
      name: 'a month in UTC',
      window: calendar('1M', '2026-01-01 00:00:00', 'Etc/UTC'),
      instant: '2026-02-15T10:30:20Z',
      expected: ['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    },
    {
      name: 'the first minute of a window',
      window: calendar('1M', '2026-01-01 00:00:00', 'Etc/UTC'),
      instant: '2026-03-01T00:00:00Z',
      expected: ['2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
    },
    {
      name: 'the last minute of a window',
      window: calendar('1M', '2026-01-01 00:00:00', 'Etc/UTC'),
      instant: '2026-02-28T23:59:59Z',
      expected: ['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    },
    {
      // New York leaves summer time on November 1, 2026: 23 to 5 hours off.
      name: 'a month with the end of summer time',
      window: calendar('1M', '2020-01-01 00:00:00', 'America/New_York'),
      instant: '2026-11-15T00:00:00Z',
      expected: ['2026-11-01T04:00:00.000Z', '2026-12-01T05:00:00.000Z'],
    },
    {
      name: 'a day of 23 hours',
      window: calendar('1d', '2026-01-01 00:00:00', 'Europe/Berlin'),
      instant: '2026-03-29T12:00:00Z',
      expected: ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    },
    {
      name: 'a day of 25 hours',
      window: calendar('1d', '2026-01-01 00:00:00', 'Europe/Berlin'),
      instant: '2026-10-25T12:00:00Z',
      expected: ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    },
    {
      name: 'a start that the clocks skip',
      window: calendar('1d', '2026-01-01 02:30:00', 'Europe/Berlin'),
      instant: '2026-03-29T12:00:00Z',
      expected: ['2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z'],
    },
    {
      name: 'months from the 31st, which end with the month',
      window: calendar('1M', '2026-01-31 00:00:00', 'Etc/UTC'),
      instant: '2026-03-15T00:00:00Z',
      expected: ['2026-02-28T00:00:00.000Z', '2026-03-31T00:00:00.000Z'],
    },
    {
      name: 'a leap day',
      window: calendar('1Y', '2024-02-29 00:00:00', 'Etc/UTC'),
      instant: '2026-01-01T00:00:00Z',
      expected: ['2025-02-28T00:00:00.000Z', '2026-02-28T00:00:00.000Z'],
    },
    {
      name: 'a quarter by the clocks of Tokyo',
      window: calendar('1Q', '2025-01-01 00:00:00', 'Asia/Tokyo'),
      instant: '2026-06-30T14:59:00Z',
      expected: ['2026-03-31T15:00:00.000Z', '2026-06-30T15:00:00.000Z'],
    },
    {
      name: 'weeks from a Monday',
      window: calendar('1w', '2026-01-05 09:00:00', 'Asia/Kolkata'),
      instant: '2026-11-25T10:00:00Z',
      expected: ['2026-11-23T03:30:00.000Z', '2026-11-30T03:30:00.000Z'],
    },
    {
      name: 'a time before the start',
      window: calendar('1M', '2026-06-01 00:00:00', 'Etc/UTC'),
      instant: '2026-04-10T00:00:00Z',
      expected: ['2026-04-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z'],
    },
    {
      name: 'hours, which clocks do not stretch',
      window: calendar('6h', '2026-03-29 00:00:00', 'Europe/Berlin'),
      instant: '2026-03-29T07:00:00Z',
      expected: ['2026-03-29T05:00:00.000Z', '2026-03-29T11:00:00.000Z'],
    },
  ])('finds $name', ({ window, instant, expected }) => {
    const [from, to, end] = bounds(window, instant);
    expect([from, end]).toEqual(expected);
    expect(to).toBe(`${instant.slice(0, 16)}:00.000Z`);
  });

  it('lays the windows of a calendar end to end, in whole minutes', () => {
    for (const timeZone of ['Europe/Berlin', 'Australia/Lord_Howe']) {
      for (const shorthand of ['1d', '3d', '1w', '1M', '2M', '1Q']) {
        const window = calendar(shorthand, '2025-12-31 02:15:00', timeZone);
        let { end } = windowBounds(window, new Date('2026-01-15T00:00:00Z'));
        while (end < new Date('2027-01-15T00:00:00Z')) {
          const next = windowBounds(window, end);
          expect(next.from).toEqual(end);
          expect(next.end.getTime()).toBeGreaterThan(end.getTime());
          expect(next.end.getTime() % 60_000).toBe(0);
          const lastMinute = new Date(end.getTime() - 60_000);
          expect(windowBounds(window, lastMinute).end).toEqual(end);
          end = next.end;
        }
      }
    }
  });
});
