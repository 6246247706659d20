import type {
  CheckHealth,
  ExemptionState,
  InitiativeState,
} from '@atrium/plugin-scorecard-common';
import type { StatusWords } from '@atrium/ui';

/** What people read for where an exemption stands. */
export const EXEMPTION_WORDS: Record<ExemptionState, StatusWords> = {
  waiting: { status: 'running', text: 'Waiting' },
  granted: { status: 'good', text: 'Granted' },
  refused: { status: 'bad', text: 'Refused' },
  withdrawn: { status: 'unknown', text: 'Withdrawn' },
  revoked: { status: 'warning', text: 'Revoked' },
  expired: { status: 'unknown', text: 'Expired' },
};

/** What people read for where an initiative stands. */
export const INITIATIVE_WORDS: Record<InitiativeState, StatusWords> = {
  scheduled: { status: 'unknown', text: 'Scheduled' },
  running: { status: 'running', text: 'Running' },
  done: { status: 'good', text: 'Done' },
  missed: { status: 'bad', text: 'Missed' },
  cancelled: { status: 'unknown', text: 'Cancelled' },
};

/** What the last weeks say of a check as a rule. */
export const VERDICT_WORDS: Record<
  NonNullable<CheckHealth['verdict']>,
  StatusWords & { meaning: string }
> = {
  'always-passes': {
    status: 'unknown',
    text: 'Always passes',
    meaning: 'All that was evaluated passed: it may tell nothing any more.',
  },
  'always-fails': {
    status: 'warning',
    text: 'Always fails',
    meaning:
      'Nothing that was evaluated passed: it may ask too much, or be wrong.',
  },
  flaps: {
    status: 'warning',
    text: 'Flaps',
    meaning: 'Outcomes change to and fro: it may measure too short a time.',
  },
  'never-known': {
    status: 'warning',
    text: 'Never known',
    meaning: 'Its facts are missing everywhere: look at where they come from.',
  },
};
