import type { Page } from '@atrium/common';
import { apiHistoryServiceRef } from '@atrium/plugin-api-history-node';
import { catalogHealthServiceRef } from '@atrium/plugin-catalog-health-node';
import type { Anomaly, EntityCost } from '@atrium/plugin-cost-common';
import { costServiceRef } from '@atrium/plugin-cost-node';
import type {
  DeliverySummary,
  Deployment,
  Incident,
} from '@atrium/plugin-delivery-common';
import { deliveryServiceRef } from '@atrium/plugin-delivery-node';
import type {
  ProvisionedResource,
  ResourceQuery,
} from '@atrium/plugin-provisioning-common';
import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import type {
  EntityFindings,
  EntityResult,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import { scorecardServiceRef } from '@atrium/plugin-scorecard-node';
import type { EntitySloStatus, SloAlert } from '@atrium/plugin-slo-common';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import type { EntityRuntime } from '@atrium/plugin-workloads-common';
import { workloadsServiceRef } from '@atrium/plugin-workloads-node';
import {
  createServiceFactory,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';

type PluginName =
  | 'api-history'
  | 'catalog-health'
  | 'cost'
  | 'delivery'
  | 'provisioning'
  | 'scorecard'
  | 'slo'
  | 'workloads';

/** What the other plugins know; each part is set by a test. */
export class FakePlugins {
  readonly delivery = new Map<string, Partial<DeliverySummary>>();
  readonly slo = new Map<string, Partial<EntitySloStatus>>();
  readonly runtime = new Map<string, Partial<EntityRuntime>>();
  readonly results = new Map<string, Partial<EntityResult>[]>();
  readonly costs = new Map<string, Partial<EntityCost>>();
  readonly findings = new Map<string, Partial<EntityFindings>>();
  /** What each of the other questions is answered, by its name. */
  readonly pages = new Map<string, object[]>();
  scorecards: Partial<ScorecardSummary>[] = [];
  deployments: Partial<Deployment>[] = [];
  incidents: Partial<Incident>[] = [];
  alerts: Partial<SloAlert>[] = [];
  anomalies: Partial<Anomaly>[] = [];
  unreadClusters: string[] = [];
  /** How each plugin that does not answer behaves. */
  readonly trouble = new Map<PluginName, 'down' | 'refuses' | 'never'>();
  /** What was asked, in order. */
  readonly asked: string[] = [];
  /** Ends the questions that are not answered. */
  readonly #unanswered: ((reason: Error) => void)[] = [];

  /** Forgets all; nobody waits for an answer any longer. */
  clear(): void {
    for (const end of this.#unanswered.splice(0)) {
      end(new ServiceUnavailableError('The connection is closed'));
    }
    for (const known of [
      this.delivery,
      this.slo,
      this.runtime,
      this.results,
      this.costs,
      this.findings,
      this.pages,
      this.trouble,
    ]) {
      known.clear();
    }
    this.scorecards = [];
    this.deployments = [];
    this.incidents = [];
    this.alerts = [];
    this.anomalies = [];
    this.unreadClusters = [];
    this.asked.length = 0;
  }

  /** The services of the plugins, for the backend of a test. */
  get features() {
    const pageOf = (name: string) => () => this.pages.get(name) ?? [];
    return [
      this.#provide('api-history', apiHistoryServiceRef, {
        getVersions: page(pageOf('versions')),
        getBreaking: page(pageOf('breaking')),
      }),
      this.#provide('catalog-health', catalogHealthServiceRef, {
        getProblems: page(pageOf('problems')),
      }),
      this.#provide('cost', costServiceRef, {
        getSummaries: async (refs: string[]) => ({
          currency: 'EUR',
          period: { from: '2026-11-01', to: '2026-11-20' },
          items: pick(this.costs, refs),
        }),
        getAnomalies: page(() => this.anomalies),
      }),
      this.#provide('delivery', deliveryServiceRef, {
        getSummaries: async (refs: string[]) => ({
          items: refs.map(entityRef => ({
            entityRef,
            status: 'unknown',
            openIncidents: 0,
            finishedRuns: 0,
            failedRuns: 0,
            ...this.delivery.get(entityRef),
          })),
        }),
        getDeployments: page(() => this.deployments),
        getOverview: page(pageOf('overview')),
        getIncidents: async ({ state }: { state?: string }) =>
          toPage(
            this.incidents.filter(
              one => state !== 'open' || one.resolvedAt === undefined,
            ),
          ),
      }),
      this.#provide('provisioning', provisioningServiceRef, {
        getResources: async ({ catalogRef }: ResourceQuery) => {
          const resources = (this.pages.get('resources') ??
            []) as Partial<ProvisionedResource>[];
          return toPage(
            catalogRef === undefined
              ? resources
              : resources.filter(one =>
                  [catalogRef].flat().includes(one.catalogRef ?? ''),
                ),
          );
        },
        getRequests: page(pageOf('requests')),
      }),
      this.#provide('scorecard', scorecardServiceRef, {
        getScorecards: async () => ({ items: this.scorecards }),
        getResults: async ({ entityRef = [] }: { entityRef?: string[] }) =>
          toPage(
            entityRef.flatMap(ref =>
              (this.results.get(ref) ?? []).map(one => ({
                entityRef: ref,
                ...one,
              })),
            ),
          ),
        getFindingSummaries: async (refs: string[]) =>
          pick(this.findings, refs),
        getInitiatives: page(pageOf('initiatives')),
        getExemptions: page(pageOf('exemptions')),
      }),
      this.#provide('slo', sloServiceRef, {
        getStatuses: async (refs: string[]) =>
          refs.map(entityRef => ({
            entityRef,
            slos: 0,
            state: 'no-data',
            firingAlerts: 0,
            ...this.slo.get(entityRef),
          })),
        getAlerts: async ({ entityRef }: { entityRef?: string }) =>
          toPage(
            this.alerts.filter(
              one => !entityRef || (one.entityRef ?? entityRef) === entityRef,
            ),
          ),
        getSlos: page(pageOf('slos')),
      }),
      this.#provide('workloads', workloadsServiceRef, {
        getRuntimes: async (refs: string[]) => ({
          items: pick(this.runtime, refs),
          readAt: '2026-11-28T11:59:00.000Z',
          unreadClusters: this.unreadClusters,
        }),
      }),
    ];
  }

  #provide<Service>(
    name: PluginName,
    service: ServiceRef<Service, 'plugin'>,
    methods: Record<string, (...args: never[]) => Promise<unknown>>,
  ) {
    const answers = new Proxy(methods, {
      get: (target, method: string) =>
        method in target &&
        (async (...args: never[]) => {
          this.asked.push(`${name} ${method}`);
          switch (this.trouble.get(name)) {
            case 'down':
              throw new ServiceUnavailableError(`${name} is down`);
            case 'refuses':
              throw new NotAllowedError(`${name} is not for you`);
            case 'never':
              return new Promise((_resolve, reject) => {
                this.#unanswered.push(reject);
              });
            default:
              return target[method](...args);
          }
        }),
    });
    return createServiceFactory({
      service,
      deps: {},
      factory: () => answers as unknown as Service & object,
    });
  }
}

function toPage<T>(items: T[]): Page<T> {
  return { items, totalItems: items.length };
}

function page(read: () => object[]) {
  return async () => toPage(read());
}

function pick<Value>(known: Map<string, Value>, refs: string[]) {
  return refs.flatMap(entityRef => {
    const value = known.get(entityRef);
    return value ? { entityRef, ...value } : [];
  });
}
