import type { StepAction } from '../database/StepStore';

const TITLES: Record<StepAction, string> = {
  create: 'Creation',
  update: 'Change',
  rotate: 'New credentials',
  suspend: 'Access taken away',
  resume: 'Access given back',
  snapshot: 'Snapshot',
  delete: 'Removal',
};

/** What a step is called on a time line. */
export function titleOfStep(
  action: StepAction,
  { location, attempt }: { location: string; attempt: number },
): string {
  const place = `${TITLES[action]}, ${location}`;
  return attempt > 1 ? `${place}, attempt ${attempt}` : place;
}
