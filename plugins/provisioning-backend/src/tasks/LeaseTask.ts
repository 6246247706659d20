import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { ProvisioningStores } from '../database/createStores';
import type { DueReminder } from '../database/LeaseStore';
import type { ResourceMove } from '../database/ResourceStore';
import type { StoredResource } from '../database/StoredResource';
import type { ReconcileQueue } from '../engine/ReconcileQueue';
import type { ResourceAnnouncer } from '../services/ResourceAnnouncer';

/** How many days before the end of a lease its owner hears of it. */
const REMINDER_DAYS = [14, 3, 1];

interface LeaseTaskOptions {
  announcer: ResourceAnnouncer;
  knex: Knex;
  logger: LoggerService;
  notifications: Pick<NotificationService, 'send'>;
  queue: Pick<ReconcileQueue, 'enqueue'>;
  stores: ProvisioningStores;
}

/**
 * Reminds owners of leases that end, takes access away when one is over, and
 * removes what nobody has extended until its grace period was over.
 */
export class LeaseTask {
  readonly #options: LeaseTaskOptions;

  constructor(options: LeaseTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { leases } = this.#options.stores;
    const reminders = await leases.listReminders(REMINDER_DAYS);
    await this.#each(reminders, reminder => this.#remind(reminder));
    await this.#each(await leases.listEnded(), resource =>
      this.#end(resource, {
        to: 'expiring',
        title: 'Its lease is over',
        changes: { desired: 'suspended' },
        detail: `Access is taken away; the data is kept for ${
          resource.lease?.graceDays ?? 0
        } days`,
      }),
    );
    await this.#each(await leases.listGraceEnded(), resource =>
      this.#end(resource, {
        to: 'deleting',
        title: 'Its grace period is over',
        changes: { desired: 'absent' },
        detail: 'It is removed, and so is its data',
      }),
    );
  }

  /** One that fails keeps no other one waiting; it is due again. */
  async #each<T>(
    items: readonly T[],
    work: (item: T) => Promise<void>,
  ): Promise<void> {
    const failures: unknown[] = [];
    for (const item of items) {
      try {
        await work(item);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      this.#options.logger.warn('Some leases could not be attended to', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
  }

  async #remind(reminder: DueReminder): Promise<void> {
    const { announcer, knex, stores } = this.#options;
    const { resource, days } = reminder;
    const inDays = days === 1 ? 'a day' : `${days} days`;
    // Sent before it is noted: a second one takes the place of the first.
    await this.#notify(resource, {
      title: `The lease of ${resource.name} ends within ${inDays}`,
      description: `Extend it to keep ${resource.name} (${
        resource.environment
      }). Otherwise nobody gets in from then on, and it is removed ${
        resource.lease?.graceDays ?? 0
      } days later.`,
    });
    await knex.transaction(async trx => {
      await stores.leases.markReminded(trx, reminder);
      await stores.timeline.add(trx, {
        resourceId: resource.id,
        kind: 'note',
        title: `Its owner was reminded that the lease ends within ${inDays}`,
      });
    });
    announcer.announceChange(resource);
  }

  async #end(
    resource: StoredResource,
    move: Pick<ResourceMove, 'changes' | 'detail'> & {
      to: 'expiring' | 'deleting';
      title: string;
    },
  ): Promise<void> {
    const { announcer, knex, queue, stores } = this.#options;
    const { id, version, state: from } = resource;
    const isMoved = await knex.transaction(async trx => {
      const moved = await stores.resources.move(trx, {
        ...move,
        id,
        version,
        from,
      });
      if (moved === undefined) {
        return false;
      }
      queue.enqueue(trx, resource);
      return true;
    });
    // Otherwise somebody has extended or deleted it just now.
    if (isMoved) {
      announcer.announceState(resource, move.to);
      await this.#notify(resource, {
        title: `${move.title}: ${resource.name}`,
        description: move.detail ?? '',
      });
    }
  }

  async #notify(
    resource: StoredResource,
    words: { title: string; description: string },
  ): Promise<void> {
    await this.#options.notifications.send({
      recipients: { type: 'entity', entityRef: resource.ownerRef },
      payload: {
        ...words,
        link: `/provisioning/resources/${resource.id}`,
        severity: 'normal',
        topic: 'provisioning-lease',
        // What comes later about the same lease takes the place of this.
        scope: `provisioning:lease:${resource.id}`,
      },
    });
  }
}
