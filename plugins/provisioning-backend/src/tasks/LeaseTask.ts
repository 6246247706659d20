import type { Message, MessageStore } from '@atrium/backend-common';
import type { MessageDescriptor } from '@atrium/common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ProvisioningStores } from '../database/createStores';
import type { DueReminder } from '../database/LeaseStore';
import type { ResourceMove } from '../database/ResourceStore';
import type { StoredResource } from '../database/StoredResource';
import type { ReconcileQueue } from '../engine/ReconcileQueue';
import { words } from '../provisioningWords';
import type { ResourceAnnouncer } from '../services/ResourceAnnouncer';

/** How many days before the end of a lease its owner hears of it. */
const REMINDER_DAYS = [14, 3, 1];

interface LeaseTaskOptions {
  announcer: ResourceAnnouncer;
  knex: Knex;
  logger: LoggerService;
  messages: Pick<MessageStore, 'add'>;
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
        event: 'leaseIsOver',
        changes: { desired: 'suspended' },
        detail: words.describe('provisioning.lease.dataKept', {
          count: resource.lease?.graceDays ?? 0,
        }),
      }),
    );
    await this.#each(await leases.listGraceEnded(), resource =>
      this.#end(resource, {
        to: 'deleting',
        event: 'graceIsOver',
        changes: { desired: 'absent' },
        detail: words.describe('provisioning.lease.removed'),
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
    const { environment, lease, name } = resource;
    await knex.transaction(async trx => {
      await this.#addMessage(trx, resource, {
        key: `reminder:${resource.id}:${lease?.endsAt}:${days}`,
        title: words.describe('provisioning.lease.ends', { name, count: days }),
        description: words.describe('provisioning.lease.extend', {
          name,
          environment,
          count: lease?.graceDays ?? 0,
        }),
      });
      await stores.leases.markReminded(trx, reminder);
      await stores.timeline.add(trx, {
        resourceId: resource.id,
        kind: 'note',
        title: words.describe('provisioning.timeline.ownerReminded', {
          count: days,
        }),
      });
    });
    announcer.announceChange(resource);
  }

  async #end(
    resource: StoredResource,
    ending: Pick<ResourceMove, 'changes'> & {
      to: 'expiring' | 'deleting';
      event: 'leaseIsOver' | 'graceIsOver';
      detail: MessageDescriptor;
    },
  ): Promise<void> {
    const { announcer, knex, queue, stores } = this.#options;
    const { id, name, version, state: from } = resource;
    const { event, ...move } = ending;
    const isMoved = await knex.transaction(async trx => {
      const moved = await stores.resources.move(trx, {
        ...move,
        title: words.describe(`provisioning.timeline.${event}`),
        id,
        version,
        from,
      });
      if (moved === undefined) {
        return false;
      }
      await this.#addMessage(trx, resource, {
        key: `${event}:${id}:${moved}`,
        title: words.describe(`provisioning.lease.${event}`, { name }),
        description: move.detail,
      });
      queue.enqueue(trx, resource);
      return true;
    });
    // Otherwise somebody has extended or deleted it just now.
    if (isMoved) {
      announcer.announceState(resource, move.to);
    }
  }

  /** Written down with what it is about, so that neither is there without the other. */
  async #addMessage(
    trx: Knex.Transaction,
    resource: StoredResource,
    said: Pick<Message, 'key'> &
      Record<'title' | 'description', MessageDescriptor>,
  ): Promise<void> {
    const { key, ...texts } = said;
    await this.#options.messages.add(
      [
        {
          key,
          recipientRefs: [resource.ownerRef],
          payload: {
            ...words.notification(texts),
            link: `/provisioning/resources/${resource.id}`,
            severity: 'normal',
            topic: 'provisioning-lease',
            // What comes later about the same lease takes the place of this.
            scope: `lease:${resource.id}`,
          },
        },
      ],
      trx,
    );
  }
}
