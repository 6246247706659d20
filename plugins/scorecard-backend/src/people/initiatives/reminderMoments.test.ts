import { findReminderMoment } from './reminderMoments';

const days = {
  createdOn: '2026-11-01',
  startsOn: '2026-11-02',
  dueOn: '2026-11-30',
};

describe('findReminderMoment', () => {
  it.each([
    ['2026-11-01', undefined, undefined],
    ['2026-11-02', 'start', '2026-11-02'],
    ['2026-11-08', 'start', '2026-11-02'],
    ['2026-11-09', 'weekly', '2026-11-09'],
    ['2026-11-22', 'weekly', '2026-11-16'],
    // A week before the end is a week after the start as well: one reminder.
    ['2026-11-23', 'week-before', '2026-11-23'],
    ['2026-11-29', 'week-before', '2026-11-23'],
    ['2026-11-30', 'due-day', '2026-11-30'],
    // The portal was stopped on the last day.
    ['2026-12-02', 'due-day', '2026-11-30'],
  ])('on %s it is %s of %s', (today, kind, on) => {
    expect(findReminderMoment(days, today)).toEqual(kind && { kind, on });
  });

  it('does not make up for what lies before it was written down', () => {
    const late = { ...days, createdOn: '2026-11-18' };
    expect(findReminderMoment(late, '2026-11-18')).toEqual({
      kind: 'start',
      on: '2026-11-18',
    });
    expect(findReminderMoment(late, '2026-11-23')?.kind).toBe('week-before');
  });

  it('tells once of one that starts and ends on a day', () => {
    const short = { ...days, startsOn: '2026-11-30' };
    expect(findReminderMoment(short, '2026-11-29')).toBeUndefined();
    expect(findReminderMoment(short, '2026-11-30')?.kind).toBe('due-day');
  });
});
