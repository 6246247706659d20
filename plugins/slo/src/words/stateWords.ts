import type { StatusWords } from '@atrium/ui';
import type { ObjectiveStatus, SloState } from '@atrium/plugin-slo-common';

/** How a state of an objective is shown. */
export const STATE_WORDS: Record<SloState, StatusWords> = {
  breached: { status: 'bad', text: 'Breached' },
  'at-risk': { status: 'warning', text: 'At risk' },
  'no-data': { status: 'unknown', text: 'No data' },
  'not-enough-traffic': { status: 'unknown', text: 'Not enough traffic' },
  ok: { status: 'good', text: 'Within budget' },
};

/** How an objective is shown, with the alert that is firing: a page is red. */
export function stateWords(
  state: SloState,
  alert: ObjectiveStatus['alert'] | undefined,
): StatusWords {
  const { status, text } = STATE_WORDS[state];
  if (alert?.state !== 'firing') {
    return { status, text };
  }
  const { severity } = alert;
  const isPage = severity === 'page';
  return {
    status: isPage || status === 'bad' ? 'bad' : 'warning',
    text: `${text}, ${alertWords(severity)}`,
  };
}

/** What the severity of a firing alert means: a page calls somebody. */
export function alertWords(severity: string | undefined): string {
  if (severity === 'page') {
    return 'paging';
  }
  return severity === undefined ? 'alerting' : `${severity} open`;
}
