import type { StepAction, StepOutcome } from '../database/StepStore';
import type { TimelineEntry } from '@atrium/plugin-provisioning-common';

const TITLES: Record<StepAction, string> = {
  create: 'Create it',
  update: 'Change it',
  rotate: 'Set new credentials',
  suspend: 'Take access away',
  resume: 'Give access back',
  snapshot: 'Take a snapshot',
  delete: 'Remove it',
};

/** What a step is called on a time line. */
export function titleOfStep(
  action: StepAction,
  { location, attempt }: { location: string; attempt: number },
): string {
  const place = `${TITLES[action]} at ${location}`;
  return attempt > 1 ? `${place}, attempt ${attempt}` : place;
}

/** What a time line says of what a step came to. */
export function statusOfStep(
  outcome: StepOutcome,
): NonNullable<TimelineEntry['status']> {
  return outcome === 'refused' ? 'failed' : outcome;
}
