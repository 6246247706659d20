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
import type { CostDueStore } from '../database/CostDueStore';
import type {
  AskedEntity,
  HealthStore,
  DueEntity,
} from '../database/HealthStore';
import { KINDS_WITH_COST, OWN_PARTS } from '../parts/partKinds';
import type { PartsReader, Readings } from '../parts/PartsReader';
import { judgeEntity } from './health';
import type { SummaryMetrics } from './SummaryMetrics';

interface RefresherOptions {
  auth: AuthService;
  costsDue: CostDueStore;
  health: HealthStore;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  metrics: SummaryMetrics;
  parts: Pick<PartsReader, 'read'>;
  /** Told of which rows something is new. */
  onChanged(entityRefs: string[]): void;
}

const BATCH = 100;
/** Of what is asked for its cost alone. */
const COST_BATCH = 400;
const COST_ALONE: typeof OWN_PARTS = Object.fromEntries(
  KINDS_WITH_COST.map(kind => [kind, ['cost']]),
);
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

  /** Has some entities asked for soon. */
  async refresh(entityRefs: readonly string[]): Promise<void> {
    await this.#options.health.markDue(entityRefs);
    this.wake();
  }

  /** Has the cost of all entities asked for soon. */
  async refreshCosts(): Promise<void> {
    await this.#options.costsDue.markAllDue();
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
    const { costsDue, health, onChanged } = this.#options;
    const isEnded = () => signal?.aborted || this.#isStopped;
    let count = 0;
    const askAll = async <Due>(
      take: () => Promise<Due[]>,
      ask: (due: Due[]) => Promise<string[]>,
    ) => {
      while (!isEnded()) {
        const due = await take();
        if (due.length === 0) {
          break;
        }
        count += due.length;
        onChanged(await ask(due));
      }
    };
    await askAll(
      () => health.takeDue(BATCH),
      async due => {
        const asked = await this.#ask(due, OWN_PARTS);
        return health.save(asked);
      },
    );
    await askAll(
      () => costsDue.takeDue(COST_BATCH),
      async due => {
        const asked = await this.#ask(due, COST_ALONE);
        return costsDue.save(
          asked
            .map((entity, index) => ({
              ...entity,
              askedAt: due[index].askedAt,
            }))
            .filter(({ isIncomplete }) => !isIncomplete),
        );
      },
    );
    if (count > 0) {
      onChanged(await health.sumUp());
    }
  }

  async #ask(
    due: DueEntity[],
    partsOfKind: typeof OWN_PARTS,
  ): Promise<AskedEntity[]> {
    const { auth, metrics, parts } = this.#options;
    const wanted = Object.fromEntries(
      partNameSchema.options.map(name => [
        name,
        due
          .filter(({ kind }) => partsOfKind[kind]?.includes(name))
          .map(({ entityRef }) => entityRef),
      ]),
    );
    // What is kept does not depend on who looks.
    const credentials = await auth.getOwnServiceCredentials();
    const readings = await parts.read(wanted, { credentials });
    metrics.countRefreshed(due.length);
    return due.map(entity => toAsked(entity, readings));
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
    const isAnswered =
      reading?.state === 'ready' && !reading.unknownRefs.has(entityRef);
    const value = isAnswered ? reading.values.get(entityRef) : before[name];
    isIncomplete ||= reading !== undefined && !isAnswered;
    if (value !== undefined) {
      parts[name] = value as Partial<EntityParts>[Name];
    }
  };
  OWN_PARTS[kind]?.forEach(take);
  const { health, healthReason } = judgeEntity(parts);
  return { entityRef, parts, health, healthReason, isIncomplete };
}
