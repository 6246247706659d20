import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ProvisioningStores } from '../database/createStores';
import type { StepAction, StoredStep } from '../database/StepStore';
import type { IssuedSecrets } from '../services/secrets/IssuedSecrets';
import { secretNames } from '../services/secrets/secretNames';
import type { CallResult } from './DriverCalls';
import type { EndedStep } from './EndedStep';
import type { HeldResource } from './Outcomes';
import { StepHistory } from './StepHistory';
import { statusOfStep, titleOfStep } from './stepWords';

/** Writes down what is about to be done at providers, and what came of it. */
export class StepJournal {
  readonly #secrets: IssuedSecrets;
  readonly #stores: ProvisioningStores;

  constructor(options: { secrets: IssuedSecrets; stores: ProvisioningStores }) {
    this.#secrets = options.secrets;
    this.#stores = options.stores;
  }

  /**
   * Writes down what came of a step, and of those that a worker left behind that
   * is gone.
   */
  async recordResults(
    trx: Knex,
    { steps }: HeldResource,
    ended: EndedStep | undefined,
  ): Promise<void> {
    const stores = this.#stores;
    for (const step of steps) {
      const isMine = step.id === ended?.step.id;
      if (isMine || step.outcome === 'running') {
        const result: Pick<CallResult, 'outcome' | 'message'> =
          isMine && ended
            ? ended.result
            : {
                outcome: 'unknown',
                message: 'It was cut short: its worker is gone',
              };
        await stores.steps.finish(trx, step.id, result);
        if (step.timelineId) {
          await stores.timeline.update(trx, step.timelineId, {
            status: statusOfStep(result.outcome),
            detail: result.message,
          });
        }
      }
    }
  }

  /** Writes down what is about to be done. */
  async intend(
    trx: Knex,
    held: HeldResource,
    act: { action: StepAction; attempt: number; version: number },
  ): Promise<StoredStep> {
    const stores = this.#stores;
    const { action, attempt, version } = act;
    const { resource, driver, requestId, now } = held;
    const { id: resourceId, credentialGeneration: generation } = resource;
    if (requestId) {
      await stores.requests.moveWorked(trx, resourceId, { to: 'running' });
    }
    if (
      driver?.description.credentials === 'issued' &&
      (action === 'create' || action === 'rotate')
    ) {
      await this.#secrets.ensureSeed(
        trx,
        { resourceId, generation },
        secretNames(driver.description.outputs),
      );
    }
    const timelineId = await stores.timeline.add(trx, {
      resourceId,
      requestId,
      kind: 'step',
      status: 'running',
      title: titleOfStep(action, {
        attempt,
        location: driver?.describeLocation(resource.inputs) ?? resource.driver,
      }),
    });
    const step = {
      resourceId,
      requestId,
      timelineId,
      action,
      attempt,
      resourceVersion: version,
      idempotencyKey: new StepHistory(held).findKey(action) ?? randomUUID(),
    };
    const id = await stores.steps.start(trx, step);
    return {
      ...step,
      id,
      outcome: 'running',
      startedAt: new Date(now).toISOString(),
    };
  }
}
