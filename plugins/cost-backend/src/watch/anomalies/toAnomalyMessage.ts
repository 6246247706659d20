import type { Message } from '@atrium/backend-common';
import Big from 'big.js';
import { words } from '../../costWords';
import { costTab } from '../costTab';
import type { Driver, UnusualRun } from './AnomalyStore';

const MAX_NAMES = 3;

/** Tells owners that something costs more than usual. */
export function toAnomalyMessage(
  run: UnusualRun & { currency: string; drivers: Driver[] },
  owner: { title: string; ownerRefs: string[] },
): Message {
  const { currency, drivers, entityRef, firstDay, lastDay } = run;
  const amount = new Big(run.amount).minus(run.expected).toFixed();
  const name = owner.title;
  const excess = { money: { amount, currency } };
  const names = drivers
    .slice(0, MAX_NAMES)
    .map(({ resourceId, resourceName, serviceName }) =>
      [serviceName, resourceName ?? resourceId].filter(Boolean).join(' '),
    );
  return {
    key: `anomaly:${entityRef}:${firstDay}`,
    recipientRefs: owner.ownerRefs,
    payload: {
      ...words.notification({
        title:
          firstDay === lastDay
            ? words.describe('cost.anomaly.day', {
                name,
                excess,
                day: { day: firstDay },
              })
            : words.describe('cost.anomaly.days', {
                name,
                excess,
                from: { day: firstDay },
                to: { day: lastDay },
              }),
        description:
          names.length > 0
            ? words.describe('cost.anomaly.drivers', {
                drivers: { list: names },
              })
            : undefined,
      }),
      link: costTab(entityRef),
      severity: 'normal',
      topic: 'cost-anomaly',
    },
  };
}
