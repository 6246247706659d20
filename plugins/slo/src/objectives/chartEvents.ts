import type { SeriesChartBand, TimelineMark, TimelineShape } from '@atrium/ui';
import {
  type Deployment,
  describeDeployment,
  describeIncident,
  hasSeveralServices,
} from '@atrium/plugin-delivery-common';
import type { SloSeries } from '@atrium/plugin-slo-common';
import type { DeliveryEvents } from '../api/DeliveryEventsApi';
import { t } from '../translation';

interface Period {
  from: string;
  to: string;
}

/** The deployments of a period, as marks on a chart, oldest first. */
export function toMarks(
  { deployments, incidents }: DeliveryEvents,
  { from, to }: Period,
): TimelineMark[] {
  const failed = new Set(incidents.map(({ deploymentId }) => deploymentId));
  const hasSeveral = hasSeveralServices(deployments);
  return deployments
    .filter(({ at }) => isWithin(at, { from, to }))
    .map(deployment => ({
      id: deployment.id,
      at: deployment.at,
      shape: shapeOf(deployment, failed),
      label: hasSeveral
        ? `${deployment.service}: ${describeDeployment(deployment)}`
        : describeDeployment(deployment),
    }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The incidents that reach into a period, as bands on a chart. */
export function toIncidentBands(
  { incidents }: DeliveryEvents,
  { from, to }: Period,
): SeriesChartBand[] {
  return incidents
    .map(incident => ({
      id: incident.id,
      kind: 'trouble' as const,
      from: incident.detectedAt ?? incident.updatedAt,
      to: incident.resolvedAt,
      label: describeIncident(incident),
    }))
    .filter(
      band =>
        Date.parse(band.from) < Date.parse(to) &&
        (!band.to || Date.parse(band.to) > Date.parse(from)),
    );
}

/** Where a series has no data, or data that does not count. */
export function toDataBands({ points, to }: SloSeries): SeriesChartBand[] {
  const bands: SeriesChartBand[] = [];
  for (const [index, point] of points.entries()) {
    const end = points[index + 1]?.at ?? to;
    const kinds = [
      point.isGap && ('missing' as const),
      point.excludedMinutes > 0 && ('excluded' as const),
    ];
    for (const kind of kinds) {
      const last = bands.findLast(band => band.kind === kind);
      if (kind && last?.to === point.at) {
        last.to = end;
      } else if (kind) {
        bands.push({
          id: point.at,
          kind,
          from: point.at,
          to: end,
          label:
            kind === 'missing'
              ? t('chartEvents.notMeasured')
              : t('chartEvents.doesNotCount'),
        });
      }
    }
  }
  return bands;
}

function shapeOf(
  { id, kind }: Deployment,
  failed: Set<string | undefined>,
): TimelineShape {
  if (kind === 'rolledback' || kind === 'removed') {
    return 'undone';
  }
  return failed.has(id) ? 'failed' : 'done';
}

function isWithin(at: string, { from, to }: Period): boolean {
  const time = Date.parse(at);
  return Date.parse(from) <= time && time < Date.parse(to);
}
