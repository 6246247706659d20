import {
  addDays,
  addMonths,
  countDays,
  listDays,
  listMonthStarts,
  toDay,
  weekdayOf,
} from './days';

describe('days', () => {
  it('counts in UTC, whatever the clocks do', () => {
    // Clocks in Europe went back on 25 October 2026 and forward on 28 March 2027.
    expect(listDays('2026-10-24', '2026-10-27')).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
    ]);
    expect(countDays('2027-03-01', '2027-04-01')).toBe(31);
    expect(toDay(Date.parse('2026-11-28T23:59:59.999Z'))).toBe('2026-11-28');
    expect(weekdayOf('2026-11-28')).toBe(6);
  });

  it('knows short months and leap years', () => {
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(listDays('2026-11-28', '2026-11-28')).toEqual([]);
    expect(listMonthStarts('2026-11-15', '2027-01-01')).toEqual([
      '2026-11-01',
      '2026-12-01',
    ]);
  });
});
