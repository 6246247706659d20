import {
  type MessageDescriptor,
  MessageWriter,
  type NotificationText,
} from '@atrium/common';
import {
  describeObjectiveBudget,
  durationParts,
  roundBurnRate,
  sloMessages,
} from '@atrium/plugin-slo-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { AlertSnapshot } from '../../database/AlertDeliveryStore';

/** What messages about an alert say, wherever they go. */
export interface AlertMessage extends NotificationText {
  description: string;
  /** The page of the SLO, within the portal. */
  path: string;
}

const words = new MessageWriter(sloMessages);

/**
 * Of a smaller part of the window a budget is not told: an incident within the first
 * days of a new SLO overspends what they allow many times.
 */
const MIN_COVERAGE = 0.25;

const UNITS = { day: 'Days', hour: 'Hours', minute: 'Minutes' } as const;

/** Puts an alert into words. */
export function describeAlert(alert: AlertSnapshot): AlertMessage {
  const { kind, namespace, name } = parseEntityRef(alert.entityRef);
  const subject = { slo: alert.sloTitle, entity: alert.entityTitle ?? name };
  return {
    description: '',
    ...words.notification({
      title: words.describe(`slo.alert.${titleOf(alert)}`, subject),
      description: [...reasonOf(alert), ...budgetOf(alert)],
    }),
    path: `/catalog/${namespace}/${kind}/${name}/slos`,
  };
}

function titleOf({ state, details }: AlertSnapshot) {
  if (state === 'resolved') {
    return 'resolved';
  }
  return details.reason === 'no-data' ? 'noData' : 'fires';
}

function reasonOf({ details, state }: AlertSnapshot): MessageDescriptor[] {
  const { longBurnRate, shortBurnRate, longWindowMinutes, shortWindowMinutes } =
    details;
  if (details.reason === 'no-data') {
    return [
      state === 'resolved'
        ? words.describe('slo.alert.dataComesInAgain')
        : describeSilence(longWindowMinutes),
    ];
  }
  const rates = [
    { burnRate: longBurnRate, minutes: longWindowMinutes },
    ...(shortWindowMinutes === longWindowMinutes
      ? []
      : [{ burnRate: shortBurnRate, minutes: shortWindowMinutes }]),
  ].flatMap(({ burnRate, minutes }) =>
    burnRate === undefined || minutes === undefined
      ? []
      : describeRate(burnRate, minutes),
  );
  return rates.length > 0
    ? [words.describe('slo.alert.burnRates', { rates: { list: rates } })]
    : [];
}

function describeSilence(minutes: number | undefined): MessageDescriptor {
  if (minutes === undefined) {
    return words.describe('slo.alert.notMeasured');
  }
  const { count, unit } = durationParts(minutes);
  return words.describe(`slo.alert.notMeasuredFor${UNITS[unit]}`, { count });
}

function describeRate(burnRate: number, minutes: number): MessageDescriptor {
  const { count, unit } = durationParts(minutes);
  return words.describe(`slo.alert.rateFor${UNITS[unit]}`, {
    rate: roundBurnRate(burnRate),
    count,
  });
}

/** The same words as on the page that the message leads to. */
function budgetOf(alert: AlertSnapshot): MessageDescriptor[] {
  const { budgetRemaining, coverage = 1, objectiveState } = alert;
  return objectiveState === undefined || coverage < MIN_COVERAGE
    ? []
    : [
        words.describe('slo.sentence', {
          text: describeObjectiveBudget(objectiveState, budgetRemaining),
        }),
      ];
}
