import { creditsWords, gapWords, validityWords } from './agreementWords';
import { zonedTimeWords } from './zonedTimeWords';

describe('an agreement', () => {
  it('says credits, the mildest first', () => {
    expect(
      creditsWords({
        credits: [
          { below: 0.99, creditPercent: 25 },
          { below: 0.9995, creditPercent: 2.5 },
        ],
      }),
    ).toBe('2.5% below 99.95%, 25% below 99%');
    expect(creditsWords({ credits: [] })).toBe('None agreed');
  });

  it('says days and months by its own clocks', () => {
    expect(validityWords({ validFrom: '2026-10-01' })).toBe('Since 1 Oct 2026');
    expect(
      validityWords({ validFrom: '2026-10-01', validTo: '2026-12-31' }),
    ).toBe('1 Oct 2026 to 31 Dec 2026');
    expect(zonedTimeWords('2026-10-31T23:00:00Z', 'Europe/Berlin')).toBe(
      '1 Nov 2026, 00:00 CET',
    );
  });

  it('names gaps in order, whole days together', () => {
    const days = (...measured: number[]) =>
      measured.map((measuredMinutes, index) => ({
        day: `2026-10-0${index + 1}`,
        good: 0,
        total: 0,
        countedMinutes: 1_440,
        measuredMinutes,
        excludedMinutes: 0,
      }));
    expect(gapWords(days(1_440, 1_436))).toBe(
      'No gaps of five minutes or more.',
    );
    expect(gapWords(days(0, 0, 1_320, 0))).toBe(
      'No data for all of 1 Oct 2026 to 2 Oct 2026, 2 hours of 3 Oct 2026, all of 4 Oct 2026. Time without data counts neither as good nor as bad.',
    );
    expect(gapWords(days(1_000, 1_000, 1_000, 1_000, 1_000, 0))).toContain(
      ' and 2 more. ',
    );
  });
});
