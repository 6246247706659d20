import type { Message } from '@atrium/backend-common';
import { formatDay, formatRoundMoney } from '@atrium/common';
import Big from 'big.js';
import { costTab } from '../costTab';
import type { Driver, UnusualRun } from './AnomalyStore';

const MAX_NAMES = 3;

/** Tells owners that something costs more than usual. */
export function toAnomalyMessage(
  run: UnusualRun & { currency: string; drivers: Driver[] },
  owner: { title: string; ownerRefs: string[] },
): Message {
  const { currency, drivers, entityRef, firstDay, lastDay } = run;
  const excess = new Big(run.amount).minus(run.expected).toFixed();
  const when =
    firstDay === lastDay
      ? `on ${formatDay(firstDay)}`
      : `from ${formatDay(firstDay)} to ${formatDay(lastDay)}`;
  const names = drivers
    .slice(0, MAX_NAMES)
    .map(({ resourceId, resourceName, serviceName }) =>
      [serviceName, resourceName ?? resourceId].filter(Boolean).join(' '),
    );
  return {
    key: `anomaly:${entityRef}:${firstDay}`,
    recipientRefs: owner.ownerRefs,
    payload: {
      title: `${owner.title} cost ${formatRoundMoney({
        amount: excess,
        currency,
      })} more than usual ${when}`,
      description:
        names.length > 0 ? `Most of it: ${names.join(', ')}` : undefined,
      link: costTab(entityRef),
      severity: 'normal',
      topic: 'cost-anomaly',
    },
  };
}
