import type { AlertRule } from '@atrium/plugin-slo-common';
import { readNoData } from './readRule';

const rule: AlertRule = {
  id: 'page',
  severity: 'page',
  op: 'gt',
  alertAfterMinutes: 0,
  alertWhenBreaching: true,
  alertWhenResolved: true,
  alertWhenNoData: true,
  notificationTargets: [],
  windows: [60, 360].map(longMinutes => ({
    longMinutes,
    shortMinutes: 5,
    factor: 14.4,
    factorFraction: { numerator: 144, denominator: 10 },
  })),
};

const at = (time: string) => new Date(`2026-11-25T${time}Z`);

describe('readNoData', () => {
  it.each([
    // An hour of silence, which is the fastest long window.
    ['09:00:00', '08:00:00', '09:59:59', { isMet: false, isClear: true }],
    ['09:00:00', '08:00:00', '10:00:00', { isMet: true, isClear: false }],
    // Silent for long already when it is defined, or the portal comes up.
    ['06:00:00', '09:50:00', '09:50:30', { isMet: false, isClear: false }],
    ['06:00:00', '09:50:00', '10:04:59', { isMet: false, isClear: false }],
    ['06:00:00', '09:50:00', '10:05:00', { isMet: true, isClear: false }],
    // New: what silence there is began with it.
    ['09:50:00', '09:50:00', '10:05:00', { isMet: false, isClear: true }],
    ['09:50:00', '09:50:00', '10:50:00', { isMet: true, isClear: false }],
  ])(
    'silent since %s, watched since %s, at %s',
    (silentSince, watchedSince, now, reading) => {
      expect(
        readNoData(rule, {
          silentSince: at(silentSince),
          watchedSince: at(watchedSince),
          graceMs: 15 * 60_000,
          now: at(now),
        }),
      ).toMatchObject({ ...reading, details: { longWindowMinutes: 60 } });
    },
  );
});
