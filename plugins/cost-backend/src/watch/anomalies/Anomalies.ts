import type { CatalogService } from '@backstage/plugin-catalog-node';
import { words } from '../../costWords';
import {
  audited,
  type AuditedServices,
  cursorDay,
  PageCursor,
  principalRef,
  readOwnerNames,
  type ScopeOptions,
  toPage,
} from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type acknowledgeAnomalySchema,
  type anomaliesQuerySchema,
  type Anomaly,
  costAnomalyAcknowledgePermission,
  type CostSubject,
} from '@atrium/plugin-cost-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { isError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { SignalPublisher } from '@atrium/backend-common';
import type { Request } from 'express';
import { z } from 'zod';
import type { ReadContext } from '../../answers/reads/ReadContext';
import type { AnomalyStore } from './AnomalyStore';

interface AnomaliesOptions extends ReadContext, AuditedServices {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  anomalies: AnomalyStore;
  signals: Pick<SignalPublisher<CostSubject>, 'publish'>;
}

const cursors = new PageCursor(z.tuple([cursorDay, z.guid()]));
const idSchema = z.guid();

/** Lists what cost more than usual, and takes why. */
export class Anomalies {
  readonly #options: AnomaliesOptions;

  constructor(options: AnomaliesOptions) {
    this.#options = options;
  }

  /** Those of entities whose cost somebody may read, the newest first. */
  async list(
    query: z.output<typeof anomaliesQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<Anomaly>> {
    const { anomalies } = this.#options;
    const { cursor, entityRef, limit, state } = query;
    const entityRefs = await this.#findReadable(entityRef, options);
    const found = await anomalies.list({
      after: cursors.decode(cursor),
      entityRefs,
      limit,
      state,
    });
    const page = toPage(found, {
      limit,
      totalItems: await anomalies.count({ entityRefs, state }),
      toCursor: ({ firstDay, id }) => cursors.encode([firstDay, id]),
    });
    return { ...page, items: await this.#hideResources(page.items, options) };
  }

  /** Takes why something costs more, from an owner of it. */
  async acknowledge(
    id: string,
    { reason }: z.output<typeof acknowledgeAnomalySchema>,
    options: {
      credentials: BackstageCredentials<BackstageUserPrincipal>;
      request?: Request;
    },
  ): Promise<Anomaly> {
    const { access, catalog, anomalies, scopes, signals } = this.#options;
    const { credentials, request } = options;
    const anomaly = await this.#get(id);
    // Who may not know of the entity hears that there is no such thing.
    await scopes
      .findMembers(anomaly.entityRef, { credentials })
      .catch(error => {
        throw isError(error) && error.name === 'NotFoundError'
          ? anomalyNotFound(id)
          : error;
      });
    await audited(this.#options, {
      eventId: 'anomaly-acknowledge',
      request,
      meta: { anomalyId: id, entityRef: anomaly.entityRef },
      access: {
        credentials,
        permissions: await access.findNeeded(
          costAnomalyAcknowledgePermission,
          anomaly.entityRef,
          { credentials },
        ),
        refusal: async () =>
          words.error(
            NotAllowedError,
            words.describe(
              'cost.refusal.acknowledge',
              await readOwnerNames([anomaly.entityRef], {
                catalog,
                credentials,
              }),
            ),
          ),
      },
      work: () =>
        anomalies.acknowledge(id, {
          reason,
          userRef: principalRef(credentials),
        }),
    });
    signals.publish([anomaly.entityRef], ['anomaly']);
    return this.#get(id);
  }

  async #get(id: string): Promise<Anomaly> {
    const anomaly = idSchema.safeParse(id).success
      ? await this.#options.anomalies.get(id)
      : undefined;
    if (!anomaly) {
      throw anomalyNotFound(id);
    }
    return anomaly;
  }

  async #findReadable(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<string[] | undefined> {
    const { access, knex, scopes, visible } = this.#options;
    const isOpen = await access.maySeeOrganization(options);
    if (
      entityRef === undefined &&
      isOpen &&
      (await visible.canSeeAll(options))
    ) {
      return undefined;
    }
    const refs = entityRef
      ? await scopes.findMembers(entityRef, options)
      : await knex('anomalies').distinct().pluck('entity_ref');
    const seen = await visible.filter(refs, options);
    return isOpen ? seen : access.filterTotals(seen, options);
  }

  /** Resources are named to who may read the rows of the bill. */
  async #hideResources(
    items: Anomaly[],
    options: ScopeOptions,
  ): Promise<Anomaly[]> {
    const refs = [...new Set(items.map(({ entityRef }) => entityRef))];
    const readable = new Set(
      await this.#options.access.filterRows(refs, options),
    );
    return items.map(item =>
      readable.has(item.entityRef)
        ? item
        : {
            ...item,
            drivers: item.drivers.map(({ excess, serviceName }) => ({
              excess,
              serviceName,
            })),
          },
    );
  }
}

function anomalyNotFound(id: string): NotFoundError {
  return words.error(
    NotFoundError,
    words.describe('cost.refusal.anomalyNotFound', { id }),
  );
}
