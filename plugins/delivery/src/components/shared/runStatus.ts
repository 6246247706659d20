import type { StatusWords } from '@atrium/ui';
import type { Run } from '@atrium/plugin-delivery-common';

const OUTCOMES: Record<NonNullable<Run['outcome']>, StatusWords> = {
  success: { status: 'good', text: 'Passed' },
  failure: { status: 'bad', text: 'Failed' },
  error: { status: 'bad', text: 'Broke off' },
  cancelled: { status: 'unknown', text: 'Cancelled' },
};

/** How a run or a step of it is, as hue and word. */
export function runStatus(run: Pick<Run, 'status' | 'outcome'>): StatusWords {
  switch (run.status) {
    case 'queued':
      return { status: 'running', text: 'Queued' };
    case 'running':
      return { status: 'running', text: 'Running' };
    default:
      return run.outcome
        ? OUTCOMES[run.outcome]
        : { status: 'unknown', text: 'Finished' };
  }
}
