import type { Status } from '@atrium/ui';
import type { SloState } from '@atrium/plugin-slo-common';

/** How a state of an objective is shown. */
export const STATE_WORDS: Record<SloState, { status: Status; text: string }> = {
  breached: { status: 'bad', text: 'Breached' },
  'at-risk': { status: 'warning', text: 'At risk' },
  'no-data': { status: 'unknown', text: 'No data' },
  'not-enough-traffic': { status: 'unknown', text: 'Not enough traffic' },
  ok: { status: 'good', text: 'Within budget' },
};
