import type { FieldText } from '@atrium/common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import type { ProvisioningStores } from '../database/createStores';
import type { StoredResource } from '../database/StoredResource';
import type { DriverCalls } from '../engine/DriverCalls';
import type { EngineMetrics } from '../engine/EngineMetrics';
import { hasDrift } from '../engine/describeEnding';
import type { Look } from '../engine/Situation';
import { toTarget } from '../engine/toTarget';
import type { DriverRegistry } from '../services/DriverRegistry';
import type { ResourceAnnouncer } from '../services/ResourceAnnouncer';
import { words } from '../provisioningWords';

interface DriftTaskOptions {
  announcer: ResourceAnnouncer;
  calls: Pick<DriverCalls, 'look'>;
  /** How many are looked at at once, of each driver. */
  concurrency: number;
  drivers: Pick<DriverRegistry, 'get'>;
  knex: Knex;
  logger: LoggerService;
  /** No look is longer ago than this, as long as the providers answer. */
  maximumAgeMs: number;
  metrics: EngineMetrics;
  stores: ProvisioningStores;
}

const BATCH = 200;

/**
 * Looks at what lives, and notes what is not as it was made. Nothing is put
 * right: what somebody changed by hand may be what keeps a service up.
 */
export class DriftTask {
  readonly #options: DriftTaskOptions;

  constructor(options: DriftTaskOptions) {
    this.#options = options;
  }

  /** Looks at all that is due, driver by driver at the same time. */
  async run(signal: AbortSignal): Promise<void> {
    const drivers = await this.#options.stores.drift.listDrivers();
    const counts = await Promise.all(
      drivers.map(driver => this.#sweep(driver, signal)),
    );
    const unreachableCount = counts.reduce((sum, count) => sum + count, 0);
    if (unreachableCount > 0) {
      this.#options.logger.warn('Some resources could not be looked at', {
        unreachableCount,
      });
    }
  }

  /** Answers how many nobody could look at. */
  async #sweep(driver: string, signal: AbortSignal): Promise<number> {
    const { concurrency, maximumAgeMs, stores } = this.#options;
    const limit = pLimit(concurrency);
    let unreachableCount = 0;
    let after: StoredResource | undefined;
    do {
      const due: StoredResource[] = await stores.drift.listDue(driver, {
        // Each is due half-way, so that a long sweep is over in time.
        ageMs: maximumAgeMs / 2,
        limit: BATCH,
        after,
      });
      const looks = await Promise.all(
        due.map(resource => limit(() => this.#check(resource, signal))),
      );
      unreachableCount += looks.filter(
        status => status === 'unreachable',
      ).length;
      after = due.length === BATCH ? due.at(-1) : undefined;
    } while (after && !signal.aborted);
    return unreachableCount;
  }

  async #check(
    resource: StoredResource,
    stop: AbortSignal,
  ): Promise<Look['status'] | undefined> {
    const { calls, drivers, metrics } = this.#options;
    const driver = drivers.get(resource.driver);
    if (!driver || stop.aborted) {
      return undefined;
    }
    const look = await calls.look(toTarget(resource), {
      driver,
      idempotencyKey: randomUUID(),
      stop,
      progress: () => {},
    });
    if (look.status === 'unreachable') {
      metrics.countCheck('unreachable');
      return look.status;
    }
    metrics.countCheck(hasDrift(look) ? 'drift' : 'ok');
    await this.#record(resource, look);
    return look.status;
  }

  async #record(
    resource: StoredResource,
    look: Exclude<Look, { status: 'unreachable' }>,
  ): Promise<void> {
    const { announcer, knex, stores } = this.#options;
    const isDrifted = hasDrift(look);
    const seen = { observed: look, hasDrift: isDrifted };
    if (isDrifted === resource.hasDrift) {
      await stores.resources.recordObservation(knex, resource, seen);
      if (healthOf(look) !== healthOf(resource.observed)) {
        announcer.announceChange(resource);
      }
      return;
    }
    await knex.transaction(async trx => {
      if (await stores.resources.recordObservation(trx, resource, seen)) {
        await stores.timeline.add(trx, {
          resourceId: resource.id,
          kind: 'note',
          title: isDrifted
            ? words.describe('provisioning.timeline.drifted')
            : words.describe('provisioning.timeline.sameAgain'),
          detail: describeDrift(look),
        });
      }
    });
    announcer.announceChange(resource);
  }
}

/** What the provider says of it; nothing of what is not there. */
function healthOf(look: StoredResource['observed']): string | undefined {
  return look?.status === 'present' ? look.health.status : undefined;
}

function describeDrift(
  look: Exclude<Look, { status: 'unreachable' }>,
): FieldText | undefined {
  switch (look.status) {
    case 'present':
      return look.differences.length > 0
        ? look.differences.flatMap((difference, index) =>
            index > 0 ? ['\n', difference] : [difference],
          )
        : undefined;
    case 'absent':
      return words.describe('provisioning.timeline.gone');
    case 'foreign':
      return words.describe('provisioning.timeline.somethingElse', {
        evidence: look.evidence,
      });
    default:
      return undefined;
  }
}
