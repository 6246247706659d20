import {
  describeDeployment,
  describeIncident,
  type Timeline,
} from '@atrium/plugin-delivery-common';
import type { Anomaly, CostSeries } from '@atrium/plugin-cost-common';
import { formatRoundMoney, type StackedEvent } from '@atrium/ui';
import { t } from '../translation';

/** What happened meanwhile, as far as somebody knows it. */
export interface CostEvents {
  timeline?: Pick<Timeline, 'items'>;
  anomalies: readonly Anomaly[];
}

/** What the signs above the bars of cost mean. */
export const EVENT_LEGEND = {
  get done() {
    return t('chartEvents.deployed');
  },
  get failed() {
    return t('chartEvents.deployedAndFailed');
  },
  get undone() {
    return t('chartEvents.rolledBack');
  },
  get trouble() {
    return t('chartEvents.incident');
  },
  get unusual() {
    return t('chartEvents.unusualCost');
  },
} as const;

/**
 * What happened in each bar of a series: deployments, incidents as long as they
 * lasted, and the days of anomalies.
 */
export function chartEvents(
  { timeline, anomalies }: CostEvents,
  { starts, granularity }: Pick<CostSeries, 'starts' | 'granularity'>,
): StackedEvent[][] {
  const length = granularity === 'day' ? 10 : 7;
  const within = (start: string, first: string, last: string) => {
    const bar = start.slice(0, length);
    return first.slice(0, length) <= bar && bar <= last.slice(0, length);
  };
  const items = timeline?.items ?? [];
  const deployments = items.flatMap(item => item.deployments);
  const incidents = items.flatMap(item => item.incidents);
  return starts.map(start => [
    ...deployments
      .filter(({ at }) => within(start, at, at))
      .map(deployment => ({
        id: deployment.id,
        shape: shapeOf(deployment),
        label: `${deployment.service}: ${describeDeployment(deployment)}`,
      })),
    ...incidents
      .filter(({ detectedAt, updatedAt, resolvedAt }) =>
        within(
          start,
          detectedAt ?? updatedAt,
          // One that lasts reaches to the end of what is drawn.
          resolvedAt ?? starts.at(-1) ?? updatedAt,
        ),
      )
      .map(incident => ({
        id: incident.id,
        shape: 'trouble' as const,
        label: describeIncident(incident),
      })),
    ...anomalies
      .filter(({ firstDay, lastDay }) => within(start, firstDay, lastDay))
      .map(({ id, excess, currency }) => ({
        id,
        shape: 'unusual' as const,
        label: t('chartEvents.unusualMoreThanUsual', {
          amount: formatRoundMoney({
            amount: excess,
            currency,
          }),
        }),
      })),
  ]);
}

function shapeOf({
  kind,
  failedBy,
}: Timeline['items'][number]['deployments'][number]) {
  if (kind === 'rolledback' || kind === 'removed') {
    return 'undone' as const;
  }
  return failedBy ? ('failed' as const) : ('done' as const);
}
