import type { SchedulerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readEntitiesByRef } from '../readEntitiesByRef';
import {
  ENTITY_REF_FIELDS,
  mirrorEntities,
  type MirrorEntitiesOptions,
} from './mirrorEntities';
import {
  onEntitiesChanged,
  type OnEntitiesChangedOptions,
} from './onEntitiesChanged';

/** What {@link keepEntities} keeps, and where. */
export interface KeepEntitiesOptions
  extends Omit<MirrorEntitiesOptions, 'catalog' | 'signal'>,
    Omit<OnEntitiesChangedOptions, 'handle' | 'kinds'> {
  catalog: Pick<
    CatalogService,
    'getEntitiesByRefs' | 'queryEntities' | 'streamEntities'
  >;
  scheduler: Pick<SchedulerService, 'scheduleTask'>;
  /** How many are kept. */
  count(): Promise<number>;
}

/** What a plugin hands on to {@link keepEntities} as it is. */
export type KeepEntitiesServices = Pick<
  KeepEntitiesOptions,
  | 'auth'
  | 'catalog'
  | 'entityPasses'
  | 'events'
  | 'lifecycle'
  | 'logger'
  | 'scheduler'
>;

/**
 * What nobody tells of, and no count shows, is found this late: a relation that
 * another entity no longer says, or one entity removed while another came.
 */
const FULL_PASS_MS = 60 * 60_000;

const MINUTE_MS = 60_000;
/** A full pass that fails, or does not help, is tried again at least this often. */
const MAX_WAIT_MS = 15 * MINUTE_MS;

/**
 * Keeps what a plugin needs of the entities in its database, seconds after a
 * change, without reading the catalog while nothing happens.
 *
 * @remarks The database is that of all replicas: one of them takes each change,
 * and one counts. Each reads everything once when it first counts, since what
 * changed while none ran was told to nobody. A full pass that fails, or after which
 * the counts still differ, is tried again later and later.
 */
export async function keepEntities(
  options: KeepEntitiesOptions,
): Promise<void> {
  const { auth, catalog, count, fields, id, kinds, save, scheduler } = options;
  let passedAt: number | undefined;
  /** Full passes in a row after which not as many were kept as there are. */
  let vainPasses = 0;
  let notBefore = 0;
  /** What was read while a full pass may have been past it already. */
  let readMeanwhile: Set<string> | undefined;

  async function readAll(signal: AbortSignal): Promise<void> {
    // At once after the first, then after 1, 3, 7 and 15 minutes.
    notBefore =
      Date.now() + Math.min((2 ** vainPasses - 1) * MINUTE_MS, MAX_WAIT_MS);
    vainPasses += 1;
    const meanwhile = new Set<string>();
    readMeanwhile = meanwhile;
    try {
      await mirrorEntities({
        ...options,
        removeOthers: refs => options.removeOthers([...refs, ...meanwhile]),
        signal,
      });
    } finally {
      readMeanwhile = undefined;
    }
    passedAt = signal.aborted ? undefined : Date.now();
  }

  async function read(entityRefs: Iterable<string>): Promise<Entity[]> {
    const found = await readEntitiesByRef(entityRefs, {
      catalog,
      // What is kept does not depend on who looks.
      credentials: await auth.getOwnServiceCredentials(),
      fields: fields && [...ENTITY_REF_FIELDS, ...fields],
    });
    const entities = [...found.values()];
    if (entities.length > 0) {
      await save(entities);
      entities.forEach(one => readMeanwhile?.add(stringifyEntityRef(one)));
    }
    return entities;
  }

  await scheduler.scheduleTask({
    id,
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 10 },
    async fn(signal) {
      if (Date.now() < notBefore) {
        return;
      }
      if (passedAt === undefined || Date.now() - passedAt >= FULL_PASS_MS) {
        await readAll(signal);
        return;
      }
      const { totalItems } = await catalog.queryEntities(
        { filter: { kind: kinds }, limit: 0 },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      if (totalItems === (await count())) {
        vainPasses = 0;
        return;
      }
      // Nobody tells of entities that are removed.
      await readAll(signal);
    },
  });
  await onEntitiesChanged({
    ...options,
    async handle(entityRefs) {
      const entities = await read(entityRefs);
      const told = new Set(entityRefs);
      // What one entity says stands in the relations of another as well.
      const related = entities
        .flatMap(({ relations = [] }) => relations)
        .map(({ targetRef }) => targetRef)
        .filter(ref => !told.has(ref) && kinds.includes(kindOf(ref)));
      await read(related);
    },
  });
}

function kindOf(entityRef: string): string {
  return entityRef.slice(0, entityRef.indexOf(':'));
}
