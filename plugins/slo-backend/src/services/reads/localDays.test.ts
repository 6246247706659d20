import { localDays } from './localDays';

const lengthsOf = (firstDay: string, lastDay: string, timeZone: string) =>
  localDays(firstDay, lastDay, timeZone).map(({ day, from, to }) => [
    day,
    to - from,
  ]);

describe('localDays', () => {
  it('goes by the clocks of a time zone, both days included', () => {
    expect(lengthsOf('2026-10-24', '2026-10-26', 'Europe/Berlin')).toEqual([
      ['2026-10-24', 1_440],
      ['2026-10-25', 1_500],
      ['2026-10-26', 1_440],
    ]);
    // At midnight the clocks of Santiago go forward to one o'clock.
    expect(lengthsOf('2026-09-05', '2026-09-07', 'America/Santiago')).toEqual([
      ['2026-09-05', 1_440],
      ['2026-09-06', 1_380],
      ['2026-09-07', 1_440],
    ]);
  });

  it.each(['9999-12-30', '9999-12-31'])('ends after %s', day => {
    expect(lengthsOf(day, day, 'Etc/UTC')).toEqual([[day, 1_440]]);
  });
});
