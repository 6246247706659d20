import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';

/** The topic on which the catalog tells which entities were written anew. */
export const ENTITIES_CHANGED_TOPIC = 'atrium.catalog-entities-changed';

/** What is told on {@link ENTITIES_CHANGED_TOPIC}. */
export const entitiesChangedSchema = z.object({
  entityRefs: z.array(z.string()).min(1),
});

/** Who wants to know which entities changed, and what happens then. */
export interface OnEntitiesChangedOptions {
  /** The same on every replica, so that one of them takes each change. */
  id: string;
  events: EventsService;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  /** In lower case; by default entities of all kinds. */
  kinds?: string[];
  /**
   * Reads some entities anew. The catalog may not have all of them: one that is
   * asked for too early, or is gone already.
   */
  handle(entityRefs: string[]): Promise<void>;
}

/**
 * The catalog puts an entity together a moment after it was processed, and tells
 * nobody when that is done. So entities are read soon, and once more later.
 */
const DELAYS_MS = [2_000, 10_000];

/** More in one go would hold up a request to the catalog. */
const BATCH = 200;

/** Refs that are handled together, some time after the first of them came. */
class Wait {
  readonly #options: OnEntitiesChangedOptions & { delayMs: number };
  #refs = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: OnEntitiesChangedOptions & { delayMs: number }) {
    this.#options = options;
  }

  add(refs: string[]): void {
    refs.forEach(ref => this.#refs.add(ref));
    if (this.#refs.size > 0) {
      this.#timer ??= setTimeout(() => {
        void this.#handle();
      }, this.#options.delayMs);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #handle(): Promise<void> {
    const { handle, id, logger } = this.#options;
    this.#timer = undefined;
    const refs = [...this.#refs];
    this.#refs = new Set();
    try {
      while (refs.length > 0) {
        await handle(refs.splice(0, BATCH));
      }
    } catch (error) {
      // They are read with the next full pass.
      logger.warn('Changed entities could not be read', {
        subscriber: id,
        error: stringifyError(error),
      });
    }
  }
}

/**
 * Has entities read anew within seconds after their content changed: those that
 * are new, and those that a file says something else of.
 *
 * @remarks Nobody tells of entities that are removed, and what is told while no
 * replica runs is lost: a full pass has to follow now and then
 * ({@link mirrorEntities}).
 */
export async function onEntitiesChanged(
  options: OnEntitiesChangedOptions,
): Promise<void> {
  const { events, id, kinds, lifecycle } = options;
  const waits = DELAYS_MS.map(delayMs => new Wait({ ...options, delayMs }));
  lifecycle.addShutdownHook(() => waits.forEach(wait => wait.stop()));
  await events.subscribe({
    id,
    topics: [ENTITIES_CHANGED_TOPIC],
    async onEvent({ eventPayload }) {
      const { entityRefs } = entitiesChangedSchema.parse(eventPayload);
      const wanted = entityRefs.filter(
        ref => kinds?.includes(ref.slice(0, ref.indexOf(':'))) ?? true,
      );
      waits.forEach(wait => wait.add(wanted));
    },
  });
}
