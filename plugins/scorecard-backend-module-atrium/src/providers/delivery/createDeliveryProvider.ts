import {
  type DeliverySummary,
  describeProductionVersion,
  type DoraMetric,
  type DoraReport,
} from '@atrium/plugin-delivery-common';
import type { DeliveryService } from '@atrium/plugin-delivery-node';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { valuesOf } from '../../facts/describeProvider';
import { DAY_MS, daysSince, HOUR_MS } from '../../facts/elapsed';
import { entityPage, urlsFor } from '../../facts/links';
import { deliveryDescription } from './deliveryDescription';

interface DeliveryProviderOptions {
  auth: AuthService;
  delivery: Pick<DeliveryService, 'compareDora' | 'getSummaries'>;
}

const PERIOD_DAYS = 30;
const METRICS = [
  'deploymentsPerDay',
  'leadTimeHours',
  'changeFailurePercent',
  'restoreHours',
];

/** Tells how components are built and deployed. */
export function createDeliveryProvider(
  options: DeliveryProviderOptions,
): FactProvider {
  const { auth, delivery } = options;
  return {
    description: deliveryDescription,
    refreshMs: HOUR_MS / 2,
    // It says when it learns of an entity (see followSources).
    unknownRefreshMs: DAY_MS / 2,
    needs: 'ref',
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const refs = entities.map(entity => stringifyEntityRef(entity));
      const now = Date.now();
      const period = {
        from: new Date(now - PERIOD_DAYS * DAY_MS).toISOString(),
        to: new Date(now).toISOString(),
      };
      const summaries = await delivery.getSummaries(refs, period, {
        credentials,
      });
      const known = summaries.items.filter(isKnown);
      const knownRefs = known.map(({ entityRef }) => entityRef);
      // Of what delivery has never heard of there are no metrics either.
      const { items } =
        knownRefs.length > 0
          ? await delivery.compareDora(knownRefs, period, { credentials })
          : { items: [] };
      const reports = new Map(items.map(report => [report.entityRef, report]));
      return new Map(
        known.map(summary => [
          summary.entityRef,
          toFacts(summary, reports.get(summary.entityRef)),
        ]),
      );
    },
  };
}

/** Whether delivery has ever heard of a component. */
function isKnown(summary: DeliverySummary): boolean {
  return (
    summary.status !== 'unknown' ||
    summary.finishedRuns > 0 ||
    summary.lastSuccess !== undefined ||
    summary.lastProductionDeployment !== undefined
  );
}

function toFacts(
  summary: DeliverySummary,
  report: DoraReport | undefined,
): EntityFacts {
  const { entityRef, finishedRuns, failedRuns, lastSuccess } = summary;
  const deployed = summary.lastProductionDeployment;
  const { deploymentFrequency, leadTime, changeFailureRate, timeToRestore } =
    report?.metrics ?? {};
  const values = valuesOf(deliveryDescription, {
    lastSuccessAt: lastSuccess?.at,
    daysSinceSuccess: lastSuccess && daysSince(lastSuccess.at),
    runs: finishedRuns,
    failedRunsPercent:
      finishedRuns > 0 ? rounded((100 * failedRuns) / finishedRuns) : undefined,
    deploymentsPerDay: measured(deploymentFrequency),
    leadTimeHours: measured(leadTime, 1 / 3_600),
    changeFailurePercent: measured(changeFailureRate, 100),
    restoreHours: measured(timeToRestore, 1 / 3_600),
    lastProductionDeploymentAt: deployed?.at,
    daysSinceProductionDeployment: deployed && daysSince(deployed.at),
    productionVersion: describeProductionVersion(summary),
    openIncidents: summary.openIncidents,
  });
  return {
    values,
    urls: {
      ...urlsFor(Object.keys(values), entityPage(entityRef, 'delivery')),
      ...urlsFor(METRICS, entityPage(entityRef, 'delivery-metrics')),
      ...urlsFor(['lastSuccessAt', 'daysSinceSuccess'], lastSuccess?.url),
    },
  };
}

function measured(
  metric: DoraMetric | undefined,
  factor = 1,
): number | undefined {
  return metric?.status === 'measured'
    ? rounded(metric.value * factor)
    : undefined;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
