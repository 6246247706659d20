import type {
  EntityParts,
  PartName,
} from '@atrium/plugin-entity-summary-common';
import { partNameSchema } from '@atrium/plugin-entity-summary-common';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  AskedEntity,
  HealthStore,
  DueEntity,
} from '../database/HealthStore';
import { OWN_PARTS } from '../parts/partKinds';
import type { PartsReader, Readings } from '../parts/PartsReader';
import { judgeEntity } from './health';
import type { SummaryMetrics } from './SummaryMetrics';

interface RefresherOptions {
  auth: AuthService;
  health: HealthStore;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  metrics: SummaryMetrics;
  parts: Pick<PartsReader, 'read'>;
  /** Told of which rows something is new. */
  onChanged(entityRefs: string[]): void;
}

const BATCH = 100;
/** What changes together is asked together. */
const DELAY_MS = 2_000;

/** Asks the plugins about entities again, and keeps what they say in their rows. */
export class Refresher {
  readonly #options: RefresherOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;

  constructor(options: RefresherOptions) {
    this.#options = options;
    options.lifecycle.addShutdownHook(async () => {
      this.#isStopped = true;
      clearTimeout(this.#timer);
      await this.#running;
    });
  }

  /** Has what is due asked for soon. */
  wake(): void {
    if (!this.#isStopped) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        void this.run();
      }, DELAY_MS);
    }
  }

  /** Has some entities asked for soon, or all of them. */
  async refresh(entityRefs: readonly string[] | 'all'): Promise<void> {
    const { health } = this.#options;
    await (entityRefs === 'all'
      ? health.markAllDue()
      : health.markDue(entityRefs));
    this.wake();
  }

  /** Asks for all that is due now; one run at a time. */
  async run(signal?: AbortSignal): Promise<void> {
    this.#running ??= this.#run(signal)
      .catch(error => {
        // The next pass goes on.
        this.#options.logger.warn('Entities could not be asked for again', {
          error: stringifyError(error),
        });
      })
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async #run(signal: AbortSignal | undefined): Promise<void> {
    const { health, onChanged } = this.#options;
    let count = 0;
    for (;;) {
      const due =
        signal?.aborted || this.#isStopped ? [] : await health.takeDue(BATCH);
      if (due.length === 0) {
        break;
      }
      count += due.length;
      onChanged(await this.#ask(due));
    }
    if (count > 0) {
      onChanged(await health.sumUp());
    }
  }

  async #ask(due: DueEntity[]): Promise<string[]> {
    const { auth, health, metrics, parts } = this.#options;
    const wanted = Object.fromEntries(
      partNameSchema.options.map(name => [
        name,
        due
          .filter(({ kind }) => OWN_PARTS[kind]?.includes(name))
          .map(({ entityRef }) => entityRef),
      ]),
    );
    // What is kept does not depend on who looks.
    const credentials = await auth.getOwnServiceCredentials();
    const readings = await parts.read(wanted, { credentials });
    const asked = due.map(entity => toAsked(entity, readings));
    metrics.countRefreshed(asked.length);
    return health.save(asked);
  }
}

/** What was said of an entity; who did not answer said the same as before. */
function toAsked(
  { entityRef, kind, parts: before }: DueEntity,
  readings: Readings,
): AskedEntity {
  const parts: Partial<EntityParts> = {};
  let isIncomplete = false;
  const take = <Name extends PartName>(name: Name) => {
    const reading = readings[name];
    const value =
      reading?.state === 'ready' ? reading.values.get(entityRef) : before[name];
    isIncomplete ||= reading !== undefined && reading.state !== 'ready';
    if (value !== undefined) {
      parts[name] = value as Partial<EntityParts>[Name];
    }
  };
  OWN_PARTS[kind]?.forEach(take);
  const { health, healthReason } = judgeEntity(parts);
  return { entityRef, parts, health, healthReason, isIncomplete };
}
