import type { ApiHistoryService } from '@atrium/plugin-api-history-node';
import type { CostService } from '@atrium/plugin-cost-node';
import type { Deployment, Incident } from '@atrium/plugin-delivery-common';
import type { DeliveryService } from '@atrium/plugin-delivery-node';
import type { EntityChange } from '@atrium/plugin-entity-summary-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type { ScorecardService } from '@atrium/plugin-scorecard-node';
import type { SloService } from '@atrium/plugin-slo-node';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { KnownScorecards } from '../services/KnownScorecards';
import { withDeadline } from '../services/withDeadline';
import {
  fromAnomalies,
  fromAlerts,
  fromDeployments,
  fromIncidents,
  fromResources,
  fromResults,
  fromVersions,
} from './toChanges';

/** The plugins that tell of changes. */
export interface ChangeServices {
  apiHistory: Pick<ApiHistoryService, 'getVersions'>;
  cost: Pick<CostService, 'getAnomalies'>;
  delivery: Pick<DeliveryService, 'getDeployments' | 'getIncidents'>;
  provisioning: Pick<ProvisioningService, 'getResources'>;
  scorecard: Pick<ScorecardService, 'getResults'>;
  scorecards: Pick<KnownScorecards, 'list'>;
  slo: Pick<SloService, 'getAlerts'>;
}

/** Whose changes are meant. */
export interface ChangeSubject {
  entityRef: string;
  kind: string;
  /** The APIs that it is or provides. */
  apiRefs: string[];
}

/** What changed, and who could not be asked. */
export interface ReadChanges {
  changes: EntityChange[];
  changesUnavailable: string[];
}

interface ReadOptions {
  credentials: BackstageCredentials;
  /** The start of the time that is meant. */
  from: string;
}

/** Deployments and incidents are needed for more than the list of changes. */
export type DeliveryReading = Promise<{
  deployments: Deployment[];
  incidents: Incident[];
}>;

const MAX_CHANGES = 50;
const MAX_APIS = 5;
const OWNED_KINDS = ['component', 'system', 'domain', 'group', 'user'];

/** Reads what changed about an entity from all plugins at once. */
export class ChangeReader {
  readonly #services: ChangeServices;
  readonly #deadlineMs: number;

  constructor(services: ChangeServices, deadlineMs: number) {
    this.#services = services;
    this.#deadlineMs = deadlineMs;
  }

  /** What delivery has of a time, newest first. */
  async readDelivery(
    { entityRef }: ChangeSubject,
    { credentials, from }: ReadOptions,
  ): DeliveryReading {
    const { delivery } = this.#services;
    const query = { entityRef, from, limit: MAX_CHANGES };
    const [deployments, incidents] = await Promise.all([
      delivery.getDeployments(query, { credentials }),
      delivery.getIncidents(query, { credentials }),
    ]);
    return { deployments: deployments.items, incidents: incidents.items };
  }

  /** @param deliveryReading - what `readDelivery` reads, where it is asked */
  async read(
    subject: ChangeSubject,
    deliveryReading: DeliveryReading | undefined,
    options: ReadOptions,
  ): Promise<ReadChanges> {
    const sources = this.#listSources(subject, options);
    if (deliveryReading) {
      sources.push([
        'delivery',
        async () => {
          const { deployments, incidents } = await deliveryReading;
          return [...fromDeployments(deployments), ...fromIncidents(incidents)];
        },
      ]);
    }
    const changesUnavailable: string[] = [];
    const found = await Promise.all(
      sources.map(async ([plugin, read]) => {
        try {
          return await withDeadline(read(), this.#deadlineMs);
        } catch (error) {
          if (!(isError(error) && error.name === 'NotAllowedError')) {
            changesUnavailable.push(plugin);
          }
          return [];
        }
      }),
    );
    return {
      changes: found
        .flat()
        .filter(({ at }) => at >= options.from)
        .sort((one, other) => (one.at < other.at ? 1 : -1))
        .slice(0, MAX_CHANGES)
        .map(({ entityRef, ...change }) =>
          entityRef === subject.entityRef ? change : { ...change, entityRef },
        ),
      changesUnavailable: changesUnavailable.sort(),
    };
  }

  #listSources(
    { apiRefs, entityRef, kind }: ChangeSubject,
    { credentials, from }: ReadOptions,
  ) {
    const { apiHistory, cost, provisioning, scorecard, scorecards, slo } =
      this.#services;
    const options = { credentials };
    const sources: [plugin: string, read: () => Promise<EntityChange[]>][] = [
      [
        'scorecard',
        async () =>
          fromResults(
            ...(await Promise.all([
              scorecard.getResults(
                { entityRef: [entityRef], detail: 'summary' },
                options,
              ),
              scorecards.list(options),
            ])),
          ),
      ],
      [
        'cost',
        async () =>
          fromAnomalies(await cost.getAnomalies({ entityRef }, options)),
      ],
      [
        'slo',
        async () =>
          fromAlerts(
            await slo.getAlerts(
              { ...toAlertQuery(kind, entityRef), from, limit: MAX_CHANGES },
              options,
            ),
          ),
      ],
    ];
    if (OWNED_KINDS.includes(kind) || kind === 'resource') {
      sources.push([
        'provisioning',
        async () =>
          fromResources(
            await provisioning.getResources(
              { ...toResourceQuery(kind, entityRef), limit: MAX_CHANGES },
              options,
            ),
            from,
          ),
      ]);
    }
    for (const apiRef of apiRefs.slice(0, MAX_APIS)) {
      sources.push([
        'api-history',
        async () =>
          fromVersions(
            await apiHistory.getVersions({ entityRef: apiRef }, options),
          ),
      ]);
    }
    return sources;
  }
}

function toAlertQuery(kind: string, entityRef: string) {
  return kind === 'group' || kind === 'user'
    ? { ownerRef: entityRef }
    : { entityRef };
}

function toResourceQuery(kind: string, entityRef: string) {
  switch (kind) {
    case 'group':
    case 'user':
      return { ownerRef: entityRef };
    case 'system':
      return { systemRef: entityRef };
    case 'resource':
      return { catalogRef: entityRef };
    default:
      return { entityRef };
  }
}
