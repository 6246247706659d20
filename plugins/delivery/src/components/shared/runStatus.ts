import { inSentence, type StatusWords } from '@atrium/ui';
import type { Run } from '@atrium/plugin-delivery-common';
import { t } from '../../translation';

const OUTCOMES: Record<NonNullable<Run['outcome']>, StatusWords> = {
  success: {
    status: 'good',
    get text() {
      return t('runStatus.passed');
    },
  },
  failure: {
    status: 'bad',
    get text() {
      return t('runStatus.failed');
    },
  },
  error: {
    status: 'bad',
    get text() {
      return t('runStatus.brokeOff');
    },
  },
  cancelled: {
    status: 'neutral',
    get text() {
      return t('runStatus.cancelled');
    },
  },
};

/** How a run or a step of it is, as hue and word. */
export function runStatus(run: Pick<Run, 'status' | 'outcome'>): StatusWords {
  switch (run.status) {
    case 'queued':
      return { status: 'running', text: t('runStatus.queued') };
    case 'running':
      return { status: 'running', text: t('runStatus.running') };
    default:
      return run.outcome
        ? OUTCOMES[run.outcome]
        : { status: 'neutral', text: t('runStatus.finished') };
  }
}

/** The word of a run within a sentence: `ci passed 5 minutes ago`. */
export function runStatusInSentence(
  run: Pick<Run, 'status' | 'outcome'>,
): string {
  const { text } = runStatus(run);
  // The only noun among them, which has a capital in German.
  return run.outcome === 'error'
    ? inSentence(text)
    : text.charAt(0).toLocaleLowerCase('en') + text.slice(1);
}
