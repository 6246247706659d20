import type { CostService } from '@atrium/plugin-cost-node';
import { describeProductionVersion } from '@atrium/plugin-delivery-common';
import type { DeliveryService } from '@atrium/plugin-delivery-node';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type { ScorecardService } from '@atrium/plugin-scorecard-node';
import type { SloService } from '@atrium/plugin-slo-node';
import type { WorkloadsService } from '@atrium/plugin-workloads-node';
import {
  judgeCost,
  judgeDelivery,
  judgeFindings,
  judgeProvisioned,
  judgeRuntime,
  judgeSlos,
} from '../services/health';
import type { KnownScorecards } from '../services/KnownScorecards';
import { inBatches } from './inBatches';
import { LevelReader } from './LevelReader';
import type { PartReaders } from './PartReader';

/** The plugins that parts are asked of. */
export interface PartServices {
  cost: Pick<CostService, 'getSummaries'>;
  delivery: Pick<DeliveryService, 'getSummaries'>;
  provisioning: Pick<ProvisioningService, 'getResources'>;
  scorecard: Pick<ScorecardService, 'getFindingSummaries' | 'getResults'>;
  scorecards: Pick<KnownScorecards, 'list'>;
  slo: Pick<SloService, 'getStatuses'>;
  workloads: Pick<WorkloadsService, 'getRuntimes'>;
}

const WEEK_MS = 7 * 24 * 3_600_000;
/** How many entities one request to a plugin may name. */
const DELIVERY_BATCH = 100;
const SLO_BATCH = 100;
const COST_BATCH = 200;
const PROVISIONING_BATCH = 100;

/** Makes what asks the plugins, each in its own words. */
export function createPartReaders(services: PartServices): PartReaders {
  const {
    cost,
    delivery,
    provisioning,
    scorecard,
    scorecards,
    slo,
    workloads,
  } = services;
  const levels = new LevelReader({ scorecard, scorecards });
  return {
    async delivery(refs, options) {
      const now = Date.now();
      const period = {
        from: new Date(now - WEEK_MS).toISOString(),
        to: new Date(now).toISOString(),
      };
      const items = await inBatches(refs, DELIVERY_BATCH, async some => {
        const answer = await delivery.getSummaries(some, period, options);
        return answer.items;
      });
      return new Map(
        items
          .filter(
            ({ finishedRuns, lastProductionDeployment, status }) =>
              status !== 'unknown' ||
              finishedRuns > 0 ||
              lastProductionDeployment !== undefined,
          )
          .map(one => [
            one.entityRef,
            {
              health: judgeDelivery(one),
              status: one.status,
              openIncidents: one.openIncidents,
              version: describeProductionVersion(one),
              deployedAt: one.lastProductionDeployment?.at,
              finishedRuns: one.finishedRuns,
              failedRuns: one.failedRuns,
            },
          ]),
      );
    },

    async slo(refs, options) {
      const statuses = await inBatches(refs, SLO_BATCH, some =>
        slo.getStatuses(some, options),
      );
      return new Map(
        statuses
          .filter(({ slos }) => slos > 0)
          .map(one => [
            one.entityRef,
            {
              health: judgeSlos(one),
              slos: one.slos,
              state: one.state,
              budgetRemaining: one.budgetRemaining,
              firingAlerts: one.firingAlerts,
            },
          ]),
      );
    },

    async runtime(refs, options) {
      const answer = await workloads.getRuntimes(refs, options);
      const values = new Map(
        answer.items.map(one => [
          one.entityRef,
          {
            health: judgeRuntime(one),
            workloads: one.workloads,
            desiredPods: one.desiredPods,
            readyPods: one.readyPods,
            reason: one.reason,
            messages: one.messages,
            readAt: answer.readAt,
          },
        ]),
      );
      return {
        values,
        // Nothing found is no sign of nothing there while a cluster is not read.
        unknownRefs:
          answer.unreadClusters.length > 0
            ? refs.filter(ref => !values.has(ref))
            : [],
      };
    },

    async provisioning(refs, options) {
      const items = await inBatches(refs, PROVISIONING_BATCH, async some => {
        const page = await provisioning.getResources(
          { catalogRef: some, limit: some.length },
          options,
        );
        return page.items;
      });
      return new Map(
        items.map(one => [
          one.catalogRef,
          {
            health: judgeProvisioned(one),
            resourceId: one.id,
            state: one.state,
            isSuspended: one.isSuspended,
            differences: one.drift.differences.length,
            reason: one.health?.message,
            messages: one.health?.messages,
          },
        ]),
      );
    },

    level: (refs, options) => levels.read(refs, options),

    async cost(refs, options) {
      const costs = await inBatches(refs, COST_BATCH, async some => {
        const { currency, period, items } = await cost.getSummaries(
          some,
          options,
        );
        const month = period.from.slice(0, 7);
        return items.map(item => ({ ...item, currency, month }));
      });
      return new Map(
        costs.map(({ currency, ...one }) => {
          const toMoney = (amount: string | undefined) =>
            amount === undefined ? undefined : { amount, currency };
          return [
            one.entityRef,
            {
              health: judgeCost(one),
              month: one.month,
              monthToDate: { amount: one.monthToDate, currency },
              sameDaysLastMonth: toMoney(one.sameDaysLastMonth),
              forecast: toMoney(one.forecast),
              budget: toMoney(one.budget),
              budgetState: one.budgetState,
            },
          ];
        }),
      );
    },

    async findings(refs, options) {
      const items = await scorecard.getFindingSummaries(refs, options);
      return new Map(
        items.map(one => [
          one.entityRef,
          {
            health: judgeFindings(one),
            open: one.open,
            bySeverity: one.bySeverity,
            overdue: one.overdue,
          },
        ]),
      );
    },
  };
}
