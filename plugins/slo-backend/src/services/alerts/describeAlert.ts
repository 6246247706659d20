import {
  formatBurnRate,
  lastWords,
  objectiveBudgetWords,
} from '@atrium/plugin-slo-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { AlertSnapshot } from '../../database/AlertDeliveryStore';

/** What messages about an alert say, wherever they go. */
export interface AlertMessage {
  title: string;
  description: string;
  /** The page of the SLO, within the portal. */
  path: string;
}

/** Puts an alert into words. */
export function describeAlert(alert: AlertSnapshot): AlertMessage {
  const { kind, namespace, name } = parseEntityRef(alert.entityRef);
  const subject = `${alert.sloTitle} of ${alert.entityTitle ?? name}`;
  return {
    title: `${titleOf(alert)}: ${subject}`,
    description: [reasonOf(alert), budgetOf(alert)].filter(Boolean).join(' '),
    path: `/catalog/${namespace}/${kind}/${name}/slos`,
  };
}

function titleOf({ state, details }: AlertSnapshot): string {
  if (state === 'resolved') {
    return 'Resolved';
  }
  return details.reason === 'no-data' ? 'No data' : 'Error budget burns fast';
}

function reasonOf({ details, state }: AlertSnapshot): string {
  const { longBurnRate, shortBurnRate, longWindowMinutes, shortWindowMinutes } =
    details;
  if (details.reason === 'no-data') {
    if (state === 'resolved') {
      return 'Data comes in again.';
    }
    return longWindowMinutes === undefined
      ? 'Nothing was measured.'
      : `Nothing was measured in the ${lastWords(longWindowMinutes)}.`;
  }
  const burns = [
    { burnRate: longBurnRate, minutes: longWindowMinutes },
    ...(shortWindowMinutes === longWindowMinutes
      ? []
      : [{ burnRate: shortBurnRate, minutes: shortWindowMinutes }]),
  ].flatMap(({ burnRate, minutes }) =>
    burnRate === undefined || minutes === undefined
      ? []
      : `${formatBurnRate(burnRate)} in the ${lastWords(minutes)}`,
  );
  return burns.length > 0 ? `It burns ${burns.join(', ')}.` : '';
}

/** The same words as on the page that the message leads to. */
function budgetOf({ objectiveState, budgetRemaining }: AlertSnapshot): string {
  return objectiveState === undefined
    ? ''
    : `${objectiveBudgetWords(objectiveState, budgetRemaining)}.`;
}
