import type { Ownership, ScopeOptions } from '@atrium/backend-common';
import type {
  Attention,
  AttentionItem,
} from '@atrium/plugin-entity-summary-common';
import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { EntityListStore } from '../database/EntityListStore';
import { ASKED_KINDS } from '../parts/partKinds';
import type { PluginServices } from '../pluginServiceRefs';
import { withDeadline } from '../services/withDeadline';
import { compareAttention } from './compareAttention';
import {
  fromAlerts,
  fromApprovals,
  fromBreachedSlos,
  fromBreakingVersions,
  fromExemptions,
  fromFailedPipelines,
  fromFindings,
  fromIncidents,
  fromInitiatives,
  fromLeases,
  fromProblems,
  fromRuntimes,
  fromTroubledResources,
} from './toAttentionItems';

interface AttentionReaderOptions {
  deadlineMs: number;
  ownership: Pick<Ownership, 'getOwnerRefs'>;
  plugins: PluginServices;
  store: Pick<EntityListStore, 'find' | 'list'>;
}

/** Who asks, and what is theirs. */
interface Asker {
  options: ScopeOptions<BackstageUserPrincipal>;
  userRef: string;
  ownerRefs: string[];
  /** What they own, of what the plugins know something. */
  entityRefs: string[];
  now: number;
}

type Source = (asker: Asker) => Promise<AttentionItem[]>;

const WEEK_MS = 7 * 24 * 3_600_000;
const MAX_ITEMS = 100;
const LIMIT = 50;
/** How many owners a question about breaking changes may name. */
const MAX_OWNERS = 20;
/** One request to a plugin names no more. */
const MAX_ENTITIES = 500;

/** Finds what waits for a person, from all plugins at once. */
export class AttentionReader {
  readonly #options: AttentionReaderOptions;

  constructor(options: AttentionReaderOptions) {
    this.#options = options;
  }

  /** The most urgent first; who fails or is late is named and holds up nobody. */
  async read(
    options: ScopeOptions<BackstageUserPrincipal>,
  ): Promise<Attention> {
    const { deadlineMs, ownership } = this.#options;
    const ownerRefs = await ownership.getOwnerRefs(options);
    const asker = {
      options,
      userRef: options.credentials.principal.userEntityRef,
      ownerRefs,
      entityRefs: await this.#listOwn(ownerRefs),
      now: Date.now(),
    };
    const unavailable = new Set<string>();
    const found = await Promise.all(
      this.#listSources().map(async ([plugin, read]) => {
        try {
          return await withDeadline(read(asker), deadlineMs);
        } catch (error) {
          if (!(isError(error) && error.name === 'NotAllowedError')) {
            unavailable.add(plugin);
          }
          return [];
        }
      }),
    );
    const items = found.flat().sort(compareAttention);
    return {
      items: await this.#withTitles(items.slice(0, MAX_ITEMS)),
      totalItems: items.length,
      unavailable: [...unavailable].sort(),
    };
  }

  async #listOwn(ownerRefs: string[]): Promise<string[]> {
    const rows = await this.#options.store.list(
      { owners: ownerRefs },
      // What is bad first, where there is more than can be asked of.
      { sort: 'health', order: 'asc', limit: MAX_ENTITIES },
    );
    return rows
      .map(({ row }) => row)
      .filter(({ kind }) => ASKED_KINDS.includes(kind))
      .map(({ entityRef }) => entityRef);
  }

  async #withTitles(items: AttentionItem[]): Promise<AttentionItem[]> {
    const rows = await this.#options.store.find(
      items.flatMap(({ entityRef }) => entityRef ?? []),
    );
    return items.map(item => {
      const row = rows.get(item.entityRef ?? '');
      const entityTitle = row && (row.title ?? row.name);
      return {
        ...item,
        entityTitle,
        // Of findings there are too many to be named.
        title:
          item.title === item.entityRef
            ? entityTitle ?? item.title
            : item.title,
      };
    });
  }

  #listSources(): [plugin: string, read: Source][] {
    const { plugins } = this.#options;
    const { apiHistory, catalogHealth } = plugins;
    return [
      ['delivery', asker => this.#readIncidents(asker)],
      ['delivery', asker => this.#readPipelines(asker)],
      ['slo', asker => this.#readSlos(asker)],
      ['workloads', asker => this.#readRuntimes(asker)],
      ...this.#listScorecardSources(),
      ...this.#listProvisioningSources(),
      [
        'api-history',
        async ({ now, options, ownerRefs }) => {
          const { items } = await apiHistory.getBreaking(
            {
              ownerRef: ownerRefs.slice(0, MAX_OWNERS),
              since: new Date(now - WEEK_MS).toISOString(),
              limit: LIMIT,
            },
            options,
          );
          return fromBreakingVersions(items);
        },
      ],
      [
        'catalog-health',
        async ({ options, ownerRefs }) => {
          const { items } = await catalogHealth.getProblems({}, options);
          // The platform team reads everybody's.
          return fromProblems(
            items.filter(({ ownerRef }) => ownerRefs.includes(ownerRef)),
          );
        },
      ],
    ];
  }

  async #readIncidents({ options, userRef }: Asker) {
    const { items } = await this.#options.plugins.delivery.getIncidents(
      { entityRef: userRef, state: 'open', tier: 'production', limit: LIMIT },
      options,
    );
    return fromIncidents(items);
  }

  /** Delivery lists what failed first. */
  async #readPipelines({ options, userRef }: Asker) {
    const { items } = await this.#options.plugins.delivery.getOverview(
      { ownerRef: userRef, limit: LIMIT },
      options,
    );
    return fromFailedPipelines(items);
  }

  async #readSlos({ options, userRef }: Asker) {
    const { slo } = this.#options.plugins;
    const [alerts, slos] = await Promise.all([
      slo.getAlerts(
        { ownerRef: userRef, state: 'firing', limit: LIMIT },
        options,
      ),
      slo.getSlos(
        { ownerRef: userRef, state: ['breached'], limit: LIMIT },
        options,
      ),
    ]);
    const alerting = new Set(alerts.items.map(({ sloId }) => sloId));
    return [
      ...fromAlerts(alerts.items),
      ...fromBreachedSlos(slos.items, alerting),
    ];
  }

  async #readRuntimes({ entityRefs, options }: Asker) {
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.#options.plugins.workloads.getRuntimes(
      entityRefs,
      options,
    );
    return fromRuntimes(items);
  }

  #listScorecardSources(): [plugin: string, read: Source][] {
    const { scorecard } = this.#options.plugins;
    return [
      [
        'scorecard',
        async ({ entityRefs, options }) =>
          entityRefs.length > 0
            ? fromFindings(
                await scorecard.getFindingSummaries(entityRefs, options),
              )
            : [],
      ],
      [
        'scorecard',
        async ({ options }) => {
          const { items } = await scorecard.getExemptions(
            { isMineToDecide: true, state: 'waiting', limit: LIMIT },
            options,
          );
          return fromExemptions(items);
        },
      ],
      [
        'scorecard',
        async ({ now, options, userRef }) => {
          const { items } = await scorecard.getInitiatives(
            { ownerRef: userRef, state: 'running', limit: LIMIT },
            options,
          );
          return fromInitiatives(items, now);
        },
      ],
    ];
  }

  #listProvisioningSources(): [plugin: string, read: Source][] {
    const { provisioning } = this.#options.plugins;
    return [
      [
        'provisioning',
        async ({ options }) => {
          const { items } = await provisioning.getRequests(
            { awaitsMe: 'true', state: 'awaiting-approval', limit: LIMIT },
            options,
          );
          return fromApprovals(items);
        },
      ],
      [
        'provisioning',
        async ({ options, userRef }) => {
          const { items } = await provisioning.getResources(
            {
              ownerRef: userRef,
              state: ['needs-attention', 'failed'],
              limit: LIMIT,
            },
            options,
          );
          return fromTroubledResources(items);
        },
      ],
      [
        'provisioning',
        async ({ now, options, userRef }) => {
          const { items } = await provisioning.getResources(
            {
              ownerRef: userRef,
              state: ['ready', 'expiring'],
              sort: 'leaseEndsAt',
              limit: LIMIT,
            },
            options,
          );
          return fromLeases(items, now);
        },
      ],
    ];
  }
}
