import { type AlertStep, nextAlert } from './nextAlert';

const now = new Date('2026-11-25T12:00:00Z');
const minutesAgo = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000);
const patience = { alertAfterMs: 120_000, resolveAfterMs: 300_000 };

const met = { isMet: true, isClear: false };
const between = { isMet: false, isClear: false };
const clear = { isMet: false, isClear: true };

const pending = (minutes: number) =>
  ({ state: 'pending', startedAt: minutesAgo(minutes) } as const);
const firing = (clearMinutes?: number) =>
  ({
    state: 'firing',
    startedAt: minutesAgo(60),
    clearSince:
      clearMinutes === undefined ? undefined : minutesAgo(clearMinutes),
  } as const);

describe('nextAlert', () => {
  it.each<[string, Parameters<typeof nextAlert>[0], typeof met, AlertStep]>([
    ['nothing', undefined, clear, 'none'],
    ['almost something', undefined, between, 'none'],
    ['a reason', undefined, met, 'start-pending'],
    ['a reason that lasts', pending(1), met, 'none'],
    ['a reason that has lasted', pending(2), met, 'fire'],
    ['a reason that was none', pending(1), between, 'drop'],
    ['a reason that goes on', firing(), met, 'none'],
    ['a reason that is hardly there', firing(), between, 'none'],
    ['a reason that is gone', firing(), clear, 'begin-clearing'],
    ['a reason that has been gone shortly', firing(4), clear, 'none'],
    ['a reason that has been gone long', firing(5), clear, 'resolve'],
    ['a reason that comes back', firing(4), met, 'stop-clearing'],
    ['a reason that nearly comes back', firing(4), between, 'stop-clearing'],
  ])('%s', (_, open, reading, step) => {
    expect(nextAlert(open, reading, { now, patience })).toBe(step);
  });

  it('does without waiting where none is wanted', () => {
    const impatient = { alertAfterMs: 0, resolveAfterMs: 0 };
    expect(nextAlert(undefined, met, { now, patience: impatient })).toBe(
      'start-firing',
    );
    expect(nextAlert(firing(), clear, { now, patience: impatient })).toBe(
      'resolve',
    );
  });
});
