import type { ObjectiveStatus } from '@atrium/plugin-slo-common';
import type { OpenAlert } from './OpenAlert';

/** Says in one line how the open alerts of an objective stand. */
export function statusOfAlerts(open: OpenAlert[]): ObjectiveStatus['alert'] {
  const [worst] = [...open].sort(
    (a, b) =>
      Number(b.state === 'firing') - Number(a.state === 'firing') ||
      Number(b.severity === 'page') - Number(a.severity === 'page') ||
      a.startedAt.getTime() - b.startedAt.getTime(),
  );
  return worst
    ? {
        state: worst.state,
        severity: worst.severity,
        since: worst.startedAt.toISOString(),
      }
    : { state: 'none' };
}
