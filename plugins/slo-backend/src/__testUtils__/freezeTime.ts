import { freezeTime as freezeTimeAt } from '@atrium/backend-common/testUtils';

/** When tests happen. */
export const TEST_NOW = new Date('2026-11-25T12:00:30Z');

/** Stops the clock, but no timers: servers and connections go on. */
export function freezeTime(): void {
  freezeTimeAt(TEST_NOW);
}
