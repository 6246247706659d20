import { toStorableJson } from '@atrium/backend-common';
import type { ResourceState } from '@atrium/plugin-provisioning-common';
import type { FieldText } from '@atrium/common';
import { canMove, MOVING_STATES } from '@atrium/plugin-provisioning-common';
import type { Page } from '@atrium/common';
import type { Knex } from 'knex';
import { words } from '../provisioningWords';
import { type MessageText, toMessageColumns } from './messageText';
import { RequestStore, toRequestRow } from './RequestStore';
import type { NewRequest } from './StoredRequest';
import { listResources, type ResourcePageRequest } from './listResources';
import {
  type ResourceRow,
  selectResources,
  toChangedColumns,
  toNewRow,
  toResource,
} from './resourceRows';
import type {
  NewResource,
  ResourceChanges,
  StoredObservation,
  StoredResource,
} from './StoredResource';
import {
  type NewTimelineEntry,
  TimelineStore,
  toTimelineRow,
} from './TimelineStore';

/** A change of a resource that was read at a version. */
export interface ResourceMove {
  id: string;
  /** As it was read; where the row has another one by now, nothing changes. */
  version: number;
  from: ResourceState;
  /** The state it goes on to; absent where it stays. */
  to?: ResourceState;
  /** Why, for people; a change of state without a reason has none. */
  reason?: MessageText;
  changes?: ResourceChanges;
  /** The words of the time line; needed with a change of state. */
  title?: FieldText;
  detail?: FieldText;
  actorRef?: string;
  requestId?: string;
}

/** Keeps resources. Every write but the claim of a worker is fenced by version. */
export class ResourceStore {
  readonly #knex: Knex;
  readonly #requests: RequestStore;
  readonly #timeline: TimelineStore;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#requests = new RequestStore(knex);
    this.#timeline = new TimelineStore(knex);
  }

  async get(
    id: string,
    trx: Knex = this.#knex,
  ): Promise<StoredResource | undefined> {
    const row: ResourceRow | undefined = await selectResources(trx)
      .where('r.id', id)
      .first();
    return row && toResource(row);
  }

  /** Reads some resources, in no order; those that are not there are left out. */
  async getMany(ids: readonly string[]): Promise<StoredResource[]> {
    const rows: ResourceRow[] = await selectResources(this.#knex).whereIn(
      'r.id',
      ids,
    );
    return rows.map(toResource);
  }

  /** All that is ready, in order of their ids, in batches. */
  async *readReady(batchSize = 500): AsyncIterable<StoredResource[]> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows: ResourceRow[] = await selectResources(this.#knex)
        .where('r.state', 'ready')
        .where('r.id', '>', after)
        .orderBy('r.id')
        .limit(batchSize);
      const last = rows.at(-1);
      if (!last) {
        return;
      }
      yield rows.map(toResource);
      after = last.id;
    }
  }

  /** One page of the resources that a query is about. */
  async list(request: ResourcePageRequest): Promise<Page<StoredResource>> {
    return listResources(this.#knex, request);
  }

  /** Everybody who owns or owned something, in order. */
  async listOwnerRefs(): Promise<string[]> {
    return this.#knex('resources')
      .distinct('owner_ref')
      .orderBy('owner_ref')
      .pluck('owner_ref');
  }

  /** The live resource of a name in its scope and environment. */
  async findLive(
    trx: Knex,
    { environment, scopeRef, name }: Record<LiveKey, string>,
  ): Promise<StoredResource | undefined> {
    const row: ResourceRow | undefined = await selectResources(trx)
      .where({
        'r.environment': environment,
        'r.scope_ref': scopeRef,
        'r.name': name,
      })
      .whereNotIn('r.state', ['deleted', 'withdrawn'])
      .first();
    return row && toResource(row);
  }

  /** The live resource that components share by an id. */
  async findShared(
    trx: Knex,
    key: Record<'environment' | 'type' | 'class' | 'sharedId', string>,
  ): Promise<StoredResource | undefined> {
    const row: ResourceRow | undefined = await selectResources(trx)
      .where({
        'r.environment': key.environment,
        'r.type': key.type,
        'r.class': key.class,
        'r.shared_id': key.sharedId,
      })
      .whereNotIn('r.state', ['deleted', 'withdrawn'])
      .first();
    return row && toResource(row);
  }

  /**
   * Adds a resource, with the components that depend on it, the request for it and
   * the first entry of its time line. A worker is due where its state is one in
   * which the portal works on it.
   *
   * @throws an error of the database with the constraint `resources_live_name`
   * or `resources_live_shared` where there is such a resource already
   */
  async insert(
    trx: Knex,
    resource: NewResource,
    origin: Pick<NewTimelineEntry, 'title' | 'actorRef'> & {
      request?: NewRequest;
    },
  ): Promise<void> {
    const { request, ...entry } = origin;
    // One statement is one way to the server.
    const adding = trx.with(
      'added',
      trx('resources')
        .insert({
          ...toNewRow(resource),
          work_due_at: isWorkedOn(resource.state) ? trx.fn.now() : null,
        })
        .returning('id'),
    );
    if (request) {
      adding.with('requested', trx('requests').insert(toRequestRow(request)));
    }
    await adding
      .with(
        'depending',
        trx.raw(
          `INSERT INTO resource_entities (resource_id, entity_ref)
           SELECT id, unnest(?::text[]) FROM added`,
          [[...new Set(resource.entityRefs)]],
        ),
      )
      .insert(
        toTimelineRow({
          ...entry,
          resourceId: resource.id,
          kind: 'state',
          to: resource.state,
        }),
      )
      .into('timeline');
  }

  /** Adds components that depend on a resource. */
  async addEntities(
    trx: Knex,
    id: string,
    entityRefs: readonly string[],
  ): Promise<void> {
    if (entityRefs.length > 0) {
      await trx('resource_entities')
        .insert(
          entityRefs.map(entityRef => ({
            resource_id: id,
            entity_ref: entityRef,
          })),
        )
        .onConflict()
        .ignore();
    }
  }

  /**
   * Changes a resource, and with its state the time line, in the transaction of
   * the caller. A worker is due after it where the portal works on it by itself.
   * What waits for approval is cancelled where it is to be deleted.
   *
   * @returns the version it has now; `undefined` where somebody else was faster,
   * and nothing was changed
   * @throws Error when the one state does not follow the other
   */
  async move(trx: Knex, move: ResourceMove): Promise<number | undefined> {
    const { id, version, from, to, changes = {} } = move;
    const isMoving = to !== undefined && to !== from;
    if (isMoving && !canMove(from, to)) {
      throw new Error(`A resource cannot go from '${from}' to '${to}'`);
    }
    const [row] = await trx('resources')
      .where({ id, version, state: from })
      .update({
        ...toChangedColumns(changes),
        version: trx.raw('version + 1'),
        updated_at: trx.fn.now(),
        ...(isMoving && {
          state: to,
          ...toMessageColumns('state_reason', move.reason ?? null),
          state_since: trx.fn.now(),
        }),
        ...(isWorkedOn(to ?? from) && { work_due_at: trx.fn.now() }),
      })
      .returning('version');
    if (!row) {
      return undefined;
    }
    if (to === 'deleting' || to === 'deleted') {
      await this.#requests.cancelWaiting(
        trx,
        id,
        to === 'deleting'
          ? words.describe('provisioning.reason.toBeDeleted')
          : words.describe('provisioning.reason.deleted'),
      );
    }
    if (isMoving) {
      await this.#timeline.add(trx, {
        resourceId: id,
        requestId: move.requestId,
        kind: 'state',
        title: move.title ?? to,
        detail: move.detail ?? move.reason,
        from,
        to,
        actorRef: move.actorRef,
      });
    }
    return Number(row.version);
  }

  /**
   * Keeps what was seen at the provider, without a new version: looking changes
   * nothing. Where somebody else changed the resource meanwhile, it is dropped.
   *
   * @returns whether it was kept
   */
  async recordObservation(
    trx: Knex,
    { id, version }: Pick<StoredResource, 'id' | 'version'>,
    seen: { observed: StoredObservation; hasDrift: boolean },
  ): Promise<boolean> {
    const changed = await trx('resources')
      .where({ id, version })
      .update({
        observed: toStorableJson(seen.observed),
        observed_at: trx.fn.now(),
        has_drift: seen.hasDrift,
      });
    return changed > 0;
  }

  /** How many live resources of a definition an owner has. */
  async countLive(
    trx: Knex,
    ownerRef: string,
    definition: string,
  ): Promise<number> {
    const [{ count }] = await trx('resources')
      .where({ owner_ref: ownerRef, definition })
      .whereNotIn('state', ['deleted', 'withdrawn'])
      .select(trx.raw('count(*)::int AS count'));
    return count;
  }

  /** How many live resources each definition has. */
  async countByDefinition(): Promise<Map<string, number>> {
    const rows: { definition: string; count: number }[] = await this.#knex(
      'resources',
    )
      .whereNotIn('state', ['deleted', 'withdrawn'])
      .groupBy('definition')
      .select('definition', this.#knex.raw('count(*)::int AS count'));
    return new Map(rows.map(({ definition, count }) => [definition, count]));
  }

  /**
   * Holds the quota of an owner until the transaction ends, so that nobody else
   * counts or adds at the same time.
   */
  async lockQuota(
    trx: Knex.Transaction,
    ownerRef: string,
    definition: string,
  ): Promise<void> {
    const key = { owner_ref: ownerRef, definition };
    await trx('quota_locks').insert(key).onConflict().ignore();
    await trx('quota_locks').where(key).forUpdate().first();
  }
}

type LiveKey = 'environment' | 'scopeRef' | 'name';

function isWorkedOn(state: ResourceState): boolean {
  return MOVING_STATES.some(moving => moving === state);
}
