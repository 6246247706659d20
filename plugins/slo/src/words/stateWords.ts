import type { StatusWords } from '@atrium/ui';
import type { ObjectiveStatus, SloState } from '@atrium/plugin-slo-common';
import { t } from '../translation';

/** How a state of an objective is shown. */
export const STATE_WORDS: Record<SloState, StatusWords> = {
  breached: {
    status: 'bad',
    get text() {
      return t('stateWords.breached');
    },
  },
  'at-risk': {
    status: 'warning',
    get text() {
      return t('stateWords.atRisk');
    },
  },
  'no-data': {
    status: 'unknown',
    get text() {
      return t('stateWords.noData');
    },
  },
  'not-enough-traffic': {
    status: 'unknown',
    get text() {
      return t('stateWords.notEnoughTraffic');
    },
  },
  ok: {
    status: 'good',
    get text() {
      return t('stateWords.withinBudget');
    },
  },
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
    return t('stateWords.paging');
  }
  return severity === undefined
    ? t('stateWords.alerting')
    : t('stateWords.open', { severity: severityWord(severity) });
}

/** What a severity is called; one that a team has made up, as it is written. */
export function severityWord(severity: string): string {
  switch (severity) {
    case 'page':
      return t('stateWords.page');
    case 'ticket':
      return t('stateWords.ticket');
    default:
      return severity;
  }
}
