import { failpoint } from '@atrium/backend-common';
import { MOVING_STATES } from '@atrium/plugin-provisioning-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ClaimStore } from '../database/ClaimStore';
import type { ProvisioningStores } from '../database/createStores';
import type { StepAction, StoredStep } from '../database/StepStore';
import type { DriverRegistry } from '../services/DriverRegistry';
import type { ResourceAnnouncer } from '../services/ResourceAnnouncer';
import type { IssuedSecrets } from '../services/secrets/IssuedSecrets';
import type { DriverCalls } from './DriverCalls';
import type { EngineMetrics } from './EngineMetrics';
import {
  afterRefusal,
  afterStep,
  type EndedStep,
  withResult,
} from './EndedStep';
import { nextStep } from './nextStep';
import {
  type Ending,
  type HeldResource,
  isSuspended,
  Outcomes,
  toSeen,
} from './Outcomes';
import type { ReconcileQueue } from './ReconcileQueue';
import type { Look, NextStep } from './Situation';
import { StepJournal } from './StepJournal';
import { toTarget } from './toTarget';

/** What a {@link Reconciler} works with. */
export interface ReconcilerOptions {
  claims: ClaimStore;
  announcer: ResourceAnnouncer;
  calls: DriverCalls;
  drivers: DriverRegistry;
  knex: Knex;
  logger: LoggerService;
  metrics: EngineMetrics;
  queue: Pick<ReconcileQueue, 'wakeLater'>;
  secrets: IssuedSecrets;
  stores: ProvisioningStores;
}

/** Somebody else has changed the resource: what was decided does not hold. */
class FenceLost extends Error {}

/**
 * Takes a resource step by step towards what it is to be: looks, decides, writes
 * down the intent, acts, and looks again.
 *
 * @remarks Whoever calls it holds the claim of the resource. Each write names the
 * version that was read, so that a worker that was stopped meanwhile, or
 * overtaken by a person, writes nothing and reads anew.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #calls: DriverCalls;
  readonly #journal: StepJournal;
  readonly #outcomes: Outcomes;

  constructor(options: ReconcilerOptions) {
    this.#options = options;
    this.#calls = options.calls;
    this.#journal = new StepJournal(options);
    this.#outcomes = new Outcomes(options);
  }

  /** Works until there is nothing to do now, and lets go of the claim. */
  async run(id: string, stop: AbortSignal): Promise<void> {
    let ended: EndedStep | undefined;
    let held = await this.#load(id);
    while (held && !stop.aborted) {
      const look = await this.#look(held, stop);
      failpoint(`provisioning.reconcile.${ended ? 8 : 4}`);
      const next = this.#decide(held, look, ended);
      const result = await this.#commit(held, { look, next, ended });
      if (result === 'settled') {
        failpoint('provisioning.reconcile.9');
        return;
      }
      if (result === 'overtaken') {
        held = await this.#load(id);
        if (held && ended) {
          held.steps = withResult(held, ended);
        }
        continue;
      }
      failpoint('provisioning.reconcile.6');
      const startedAt = performance.now();
      ended = await this.#act(held, result, stop);
      failpoint('provisioning.reconcile.7');
      held = ended
        ? afterStep(held, ended, performance.now() - startedAt)
        : await this.#load(id);
    }
  }

  async #load(id: string): Promise<HeldResource | undefined> {
    const { claims, drivers, knex, stores } = this.#options;
    const [loaded, steps, request] = await Promise.all([
      claims.load(id),
      stores.steps.listLast(id),
      stores.requests.findWorked(knex, id),
    ]);
    if (!loaded) {
      return undefined;
    }
    return {
      ...loaded,
      steps,
      driver: drivers.get(loaded.resource.driver),
      requestId: request?.id,
    };
  }

  async #look(held: HeldResource, stop: AbortSignal): Promise<Look> {
    const { driver, resource } = held;
    if (!driver || !isMoving(held)) {
      return { status: 'unreachable', message: 'Nobody looked' };
    }
    failpoint('provisioning.reconcile.3');
    return this.#calls.look(toTarget(resource), {
      driver,
      idempotencyKey: randomUUID(),
      stop,
      progress: () => {},
    });
  }

  #decide(
    held: HeldResource,
    look: Look,
    ended: EndedStep | undefined,
  ): NextStep {
    const { driver, resource, steps, now } = held;
    if (!isMoving(held)) {
      return { kind: 'done' };
    }
    if (!driver) {
      return {
        kind: 'fail',
        reason: `This portal has no driver '${resource.driver}' any more`,
      };
    }
    if (ended?.result.outcome === 'refused') {
      return afterRefusal(ended);
    }
    return nextStep({ resource, steps, driver: driver.description }, look, now);
  }

  /**
   * Writes down what came of the step before, and what comes next.
   *
   * @returns the step to take; `settled` where there is none now
   */
  async #commit(
    held: HeldResource,
    decided: { look: Look; next: NextStep; ended: EndedStep | undefined },
  ): Promise<StoredStep | 'settled' | 'overtaken'> {
    const { knex } = this.#options;
    failpoint('provisioning.reconcile.5');
    try {
      return await knex
        .transaction(async trx => {
          await this.#journal.recordResults(trx, held, decided.ended);
          const { next } = decided;
          switch (next.kind) {
            case 'act':
              return this.#intend(trx, held, next);
            case 'wait':
              await this.#wait(trx, held, next);
              return 'settled';
            default:
              await this.#settle(trx, held, { ...decided, next });
              return 'settled';
          }
        })
        .then(result => {
          this.#announce(held, decided.next);
          return result;
        });
    } catch (error) {
      if (error instanceof FenceLost) {
        return 'overtaken';
      }
      throw error;
    }
  }

  /** Writes down what is about to be done. */
  async #intend(
    trx: Knex,
    held: HeldResource,
    act: { action: StepAction; attempt: number },
  ): Promise<StoredStep> {
    const version = await this.#outcomes.move(trx, held, {});
    if (version === undefined) {
      throw new FenceLost();
    }
    return this.#journal.intend(trx, held, { ...act, version });
  }

  async #wait(
    trx: Knex,
    held: HeldResource,
    { forMs, reason }: { forMs: number; reason: string },
  ): Promise<void> {
    const { claims, queue } = this.#options;
    const inMs = Math.round(forMs * (0.8 + Math.random() * 0.4));
    if (!(await claims.release(trx, held.resource, { inMs, reason }))) {
      throw new FenceLost();
    }
    await queue.wakeLater(trx, held.resource, inMs);
  }

  async #settle(
    trx: Knex,
    held: HeldResource,
    decided: {
      look: Look;
      next: Exclude<NextStep, { kind: 'act' | 'wait' }>;
    },
  ): Promise<void> {
    const { claims, stores } = this.#options;
    const { resource, requestId } = held;
    const ending = this.#describeEnding(held, decided);
    let { version } = resource;
    if (ending) {
      const ended = await this.#outcomes.end(trx, held, ending);
      if (ended === undefined) {
        throw new FenceLost();
      }
      version = ended;
    } else if (isMoving(held)) {
      const { look, next } = decided;
      if (look.status !== 'unreachable') {
        await stores.resources.recordObservation(trx, resource, {
          observed: look,
          hasDrift: look.status === 'absent',
        });
      }
      if (isSuspended(look) && !isSuspended(resource.observed)) {
        await stores.timeline.add(trx, {
          resourceId: resource.id,
          requestId,
          kind: 'note',
          title: 'Nobody gets in any more; the data is kept',
          detail: next.kind === 'done' ? next.note : undefined,
        });
      }
    }
    if (!(await claims.release(trx, { id: resource.id, version }))) {
      throw new FenceLost();
    }
  }

  #describeEnding(
    held: HeldResource,
    {
      look,
      next,
    }: { look: Look; next: Exclude<NextStep, { kind: 'act' | 'wait' }> },
  ): Ending | undefined {
    switch (next.kind) {
      case 'done':
        return isMoving(held)
          ? this.#outcomes.describeDone(held, look)
          : undefined;
      case 'fail':
        return {
          to: 'failed',
          title: 'Failed',
          reason: next.reason,
          request: 'failed',
          changes: toSeen(held, look),
        };
      case 'attention':
        return {
          to: 'needs-attention',
          title: 'Needs attention',
          reason: 'Nobody knows what the last step came to',
          request: 'needs-attention',
          changes: { ...toSeen(held, look), evidence: next.evidence },
        };
      default:
        throw new Error(`Unknown step ${JSON.stringify(next satisfies never)}`);
    }
  }

  /** Takes the step, with the passwords where the portal has them. */
  async #act(
    { resource, driver }: HeldResource,
    step: StoredStep,
    stop: AbortSignal,
  ): Promise<EndedStep | undefined> {
    const { announcer, knex, metrics, secrets, stores } = this.#options;
    if (!driver) {
      return undefined;
    }
    const startedAt = performance.now();
    const credentials =
      driver.description.credentials === 'issued'
        ? await secrets.open({
            resourceId: resource.id,
            generation: resource.credentialGeneration,
          })
        : undefined;
    const progress = (message: string) => {
      if (step.timelineId) {
        stores.timeline
          .update(knex, step.timelineId, { detail: message.slice(0, 500) })
          .then(() => announcer.announceChange(resource))
          // What comes of the step is written down anyhow.
          .catch(() => {});
      }
    };
    const result = await this.#calls.act(
      step.action,
      { ...toTarget(resource), credentials },
      { driver, idempotencyKey: step.idempotencyKey, stop, progress },
    );
    metrics.recordStep(
      {
        driver: resource.driver,
        action: step.action,
        outcome: result.outcome,
      },
      (performance.now() - startedAt) / 1000,
    );
    return { step, result };
  }

  #announce(held: HeldResource, next: NextStep): void {
    const { announcer, metrics, logger } = this.#options;
    const { resource } = held;
    const to = stateAfter(held, next);
    if (to === resource.state) {
      announcer.announceChange(resource);
      return;
    }
    metrics.countTransition(to);
    announcer.announceState(resource, to);
    if (next.kind === 'attention' || next.kind === 'fail') {
      logger.warn('A resource needs a person', {
        resourceId: resource.id,
        state: to,
        reason: next.kind === 'fail' ? next.reason : next.evidence,
      });
    }
  }
}

function isMoving({ resource }: HeldResource): boolean {
  return MOVING_STATES.some(state => state === resource.state);
}

function stateAfter(held: HeldResource, next: NextStep) {
  const { state, desired } = held.resource;
  if (!isMoving(held)) {
    return state;
  }
  switch (next.kind) {
    case 'wait':
      return state;
    case 'act':
      return state === 'approved' ? 'creating' : state;
    case 'fail':
      return 'failed';
    case 'attention':
      return 'needs-attention';
    case 'done':
      if (state === 'deleting') {
        return 'deleted';
      }
      return state === 'expiring' && desired === 'suspended' ? state : 'ready';
    default:
      throw new Error(`Unknown step ${JSON.stringify(next satisfies never)}`);
  }
}
