import { freezeTime as freezeTimeAt } from '@atrium/backend-common/testUtils';

/** When tests happen: just after the newest of the sample events. */
const TEST_NOW = new Date('2026-11-25T12:00:30Z');

/** Stops the clock, but no timers: servers and connections go on. */
export function freezeTime(now = TEST_NOW): void {
  freezeTimeAt(now);
}
