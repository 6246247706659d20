import { failpoint } from '@atrium/backend-common';
import type {
  DriverText,
  IssuedCredentials,
} from '@atrium/plugin-provisioning-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ClaimedResource, ClaimStore } from '../database/ClaimStore';
import type { ProvisioningStores } from '../database/createStores';
import type { HeldWrite } from '../database/HeldWrite';
import { toText } from '../database/messageText';
import type { StoredStep } from '../database/StepStore';
import { words } from '../provisioningWords';
import type { DriverRegistry } from '../services/DriverRegistry';
import type { ResourceAnnouncer } from '../services/ResourceAnnouncer';
import type { IssuedSecrets } from '../services/secrets/IssuedSecrets';
import { secretNames } from '../services/secrets/secretNames';
import { type Decided, describeWrite } from './describeWrite';
import type { DriverCalls } from './DriverCalls';
import type { EngineMetrics } from './EngineMetrics';
import {
  afterRefusal,
  afterStep,
  type EndedStep,
  withResult,
} from './EndedStep';
import { type HeldResource, isMoving } from './HeldResource';
import { nextStep } from './nextStep';
import type { Look, NextStep } from './Situation';
import { toTarget } from './toTarget';

/** What a {@link Reconciler} works with. */
interface ReconcilerOptions {
  claims: ClaimStore;
  announcer: ResourceAnnouncer;
  calls: DriverCalls;
  drivers: DriverRegistry;
  knex: Knex;
  logger: LoggerService;
  metrics: EngineMetrics;
  secrets: IssuedSecrets;
  stores: ProvisioningStores;
}

/** A step that is written down and not taken yet. */
interface IntendedStep {
  step: StoredStep;
  /** The passwords, where they were made for this step. */
  credentials?: IssuedCredentials;
}

/**
 * Takes a resource step by step towards what it is to be: looks, decides, writes
 * down the intent, acts, and looks again.
 *
 * @remarks Each write names the version that was read and the claim, so that a
 * worker that was stopped meanwhile, or overtaken by a person, writes nothing and
 * reads anew.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #calls: DriverCalls;

  constructor(options: ReconcilerOptions) {
    this.#options = options;
    this.#calls = options.calls;
  }

  /** Works until there is nothing to do now, and lets go of the claim. */
  async run(claimed: ClaimedResource, stop: AbortSignal): Promise<void> {
    const { claims } = this.#options;
    const { id } = claimed.resource;
    let ended: EndedStep | undefined;
    let held: HeldResource | undefined = this.#withDriver(claimed);
    while (held && !stop.aborted) {
      const look = await this.#look(held, stop);
      failpoint(`provisioning.reconcile.${ended ? 8 : 4}`);
      const next = this.#decide(held, look, ended);
      const written = await this.#write(held, { look, next, ended });
      if (written === 'settled') {
        failpoint('provisioning.reconcile.9');
        return;
      }
      if (written === 'overtaken') {
        held = await this.#reload(id);
        if (held && ended) {
          held.steps = withResult(held, ended);
        }
        continue;
      }
      failpoint('provisioning.reconcile.6');
      const startedAt = performance.now();
      ended = claims.isHeld(id)
        ? await this.#act(held, written, stop)
        : undefined;
      failpoint('provisioning.reconcile.7');
      held = ended
        ? afterStep(held, ended, performance.now() - startedAt)
        : await this.#reload(id);
    }
  }

  async #reload(id: string): Promise<HeldResource | undefined> {
    const claimed = await this.#options.claims.reload(id);
    return claimed && this.#withDriver(claimed);
  }

  #withDriver(claimed: ClaimedResource): HeldResource {
    const { drivers } = this.#options;
    return { ...claimed, driver: drivers.get(claimed.resource.driver) };
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
        reason: words.describe('provisioning.engine.noDriver', {
          driver: resource.driver,
        }),
      };
    }
    // Where a person has changed the resource meanwhile, it was refused for what
    // nobody wants any more.
    const isOfNow = ended?.step.resourceVersion === resource.version;
    if (ended?.result.outcome === 'refused' && isOfNow) {
      return afterRefusal(ended);
    }
    return nextStep({ resource, steps, driver: driver.description }, look, now);
  }

  /**
   * Writes down what came of the step before, and what comes next.
   *
   * @returns the step to take; `settled` where there is none now
   */
  async #write(
    held: HeldResource,
    decided: Decided,
  ): Promise<IntendedStep | 'settled' | 'overtaken'> {
    const { claims } = this.#options;
    const { resource, now } = held;
    const write = describeWrite(held, decided);
    const issued = await this.#issue(held, write.intent);
    failpoint('provisioning.reconcile.5');
    const written = await claims.write(resource, {
      ...write,
      ...(issued && { credential: issued.credential }),
    });
    if (!written) {
      return 'overtaken';
    }
    this.#announce(held, write, decided.next);
    if (!write.intent || !written.step) {
      return 'settled';
    }
    return {
      step: {
        ...write.intent,
        ...written.step,
        resourceVersion: written.version,
        outcome: 'running',
        startedAt: new Date(now).toISOString(),
      },
      credentials: written.isCredentialKept ? issued?.credentials : undefined,
    };
  }

  /** New passwords for a step that may need them. */
  async #issue(
    { resource, driver }: HeldResource,
    intent: HeldWrite['intent'],
  ) {
    const isNeeded =
      driver?.description.credentials === 'issued' &&
      (intent?.action === 'create' || intent?.action === 'rotate');
    if (!isNeeded) {
      return undefined;
    }
    const { credentialGeneration: generation } = resource;
    const { seed, credentials } = await this.#options.secrets.create({
      resourceId: resource.id,
      generation,
    });
    const outputs = secretNames(driver.description.outputs);
    return {
      credentials,
      credential: { ...seed, generation, outputs, store: 'portal' as const },
    };
  }

  /** Takes the step, with the passwords where the portal has them. */
  async #act(
    { resource, driver }: HeldResource,
    { step, credentials }: IntendedStep,
    stop: AbortSignal,
  ): Promise<EndedStep | undefined> {
    const { announcer, knex, metrics, secrets, stores } = this.#options;
    if (!driver) {
      return undefined;
    }
    const startedAt = performance.now();
    const { action, idempotencyKey, timelineId } = step;
    const issued =
      driver.description.credentials === 'issued'
        ? credentials ??
          (await secrets.open({
            resourceId: resource.id,
            generation: resource.credentialGeneration,
          }))
        : undefined;
    const progress = (message: DriverText) => {
      if (timelineId) {
        stores.timeline
          .reportProgress(knex, timelineId, message)
          .then(() => announcer.announceChange(resource))
          // What comes of the step is written down anyhow.
          .catch(() => {});
      }
    };
    const result = await this.#calls.act(
      action,
      { ...toTarget(resource), credentials: issued },
      { driver, idempotencyKey, stop, progress },
    );
    metrics.recordStep(
      { driver: resource.driver, action, outcome: result.outcome },
      (performance.now() - startedAt) / 1000,
    );
    return { step, result };
  }

  #announce(
    { resource }: HeldResource,
    { move }: HeldWrite,
    next: NextStep,
  ): void {
    const { announcer, metrics, logger } = this.#options;
    if (!move) {
      announcer.announceChange(resource);
      return;
    }
    metrics.countTransition(move.to);
    announcer.announceState(resource, move.to);
    if (next.kind === 'attention' || next.kind === 'fail') {
      logger.warn('A resource needs a person', {
        resourceId: resource.id,
        state: move.to,
        reason: toText(next.kind === 'fail' ? next.reason : next.evidence),
      });
    }
  }
}
