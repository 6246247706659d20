import {
  cutTitle,
  type MessageList,
  type NotificationText,
  relationTargets,
} from '@atrium/common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { hashJson } from '../hashJson';
import { readEntitiesByRef } from '../readEntitiesByRef';
import { type ClaimConflict, ClaimConflictStore } from './ClaimConflictStore';

/** How a plugin speaks of its conflicts, and where it shows them. */
export interface ClaimConflictMessages<Conflict extends ClaimConflict> {
  /** Begins the scopes of the notifications. */
  scope: string;
  topic: string;
  /** The tab of an entity that shows its conflicts. */
  tab: string;
  /** For the owners of the holder. */
  describeToHolder(
    conflict: Conflict,
    names: { holder: string; claimants: MessageList },
  ): NotificationText;
  /** For the owners of a claimant. */
  describeToClaimant(
    conflict: Conflict,
    names: { holder: string; claimant: string },
  ): NotificationText;
}

/** What {@link ClaimConflictNotifier} works with. */
export interface ClaimConflictNotifierOptions<Conflict extends ClaimConflict> {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notifications: Pick<NotificationService, 'send'>;
  /** A database with the table `claim_conflicts`. */
  knex: Knex;
  /** Finds all that there are now, and throws where that is not known. */
  findConflicts(): Promise<Conflict[]>;
  /** How long a conflict has to be gone before it is told of again. */
  forgetAfterMs: number;
  messages: ClaimConflictMessages<Conflict>;
}

const BATCH = 200;
const MAX_NAMES = 5;

/**
 * Notifies the owners of both sides when an entity claims what belongs to
 * another, once for each conflict.
 *
 * @remarks A conflict is written down first and ticked off when it was sent.
 * Should the portal end between the two, the notification goes out again under
 * the same scope, which replaces the first. Many entities that claim the same
 * make one notification for its owners. Run it on one replica at a time.
 */
export class ClaimConflictNotifier<Conflict extends ClaimConflict> {
  readonly #options: ClaimConflictNotifierOptions<Conflict>;
  readonly #store: ClaimConflictStore;

  constructor(options: ClaimConflictNotifierOptions<Conflict>) {
    this.#options = options;
    this.#store = new ClaimConflictStore(options.knex);
  }

  async run(now = new Date()): Promise<void> {
    const conflicts = await this.#options.findConflicts();
    const unsent = (await this.#store.note(conflicts, now)).slice(0, BATCH);
    if (unsent.length > 0) {
      await this.#notifyAll(unsent, conflicts);
    }
    const { forgetAfterMs } = this.#options;
    await this.#store.forget(new Date(now.getTime() - forgetAfterMs));
  }

  async #notifyAll(unsent: Conflict[], conflicts: Conflict[]): Promise<void> {
    const present = Map.groupBy(conflicts, ({ subject }) => subject);
    const groups = Map.groupBy(unsent, ({ subject }) => subject);
    const entities = await this.#readEntities(
      [...groups.keys()].flatMap(subject => present.get(subject) ?? []),
    );
    const failures: unknown[] = [];
    for (const [subject, group] of groups) {
      // The owners hear of all, as this replaces what they heard of before.
      const claimants = new Set(
        [...group, ...(present.get(subject) ?? [])].map(one => one.claimantRef),
      );
      try {
        await this.#notify(group, [...claimants], entities);
        await this.#store.markTried(group, true);
      } catch (error) {
        failures.push(error);
        await this.#store.markTried(group, false);
      }
    }
    if (failures.length > 0) {
      this.#options.logger.warn('Owners could not be told of claims', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
  }

  /** Conflicts of one subject: its owners first, then those of each claimant. */
  async #notify(
    group: Conflict[],
    claimantRefs: string[],
    entities: Map<string, Entity>,
  ): Promise<void> {
    const { messages } = this.#options;
    const [first] = group;
    const holder = nameOf(first.holderRef, entities);
    const names = claimantRefs.map(ref => nameOf(ref, entities));
    const list = names.slice(0, MAX_NAMES);
    const claimants = { list, more: names.length - list.length };
    await this.#send(entities.get(first.holderRef), {
      ...messages.describeToHolder(first, { holder, claimants }),
      about: [first.subject],
    });
    for (const conflict of group) {
      const { claimantRef, subject } = conflict;
      const claimant = nameOf(claimantRef, entities);
      await this.#send(entities.get(claimantRef), {
        ...messages.describeToClaimant(conflict, { holder, claimant }),
        about: [subject, claimantRef],
      });
    }
  }

  /** Without an owner there is nobody to notify. */
  async #send(
    entity: Entity | undefined,
    { about, ...text }: NotificationText & { about: string[] },
  ): Promise<void> {
    const owners = relationTargets(entity ?? {}, RELATION_OWNED_BY);
    if (!entity || owners.length === 0) {
      return;
    }
    const { scope, tab, topic } = this.#options.messages;
    const { namespace = DEFAULT_NAMESPACE, name } = entity.metadata;
    const kind = entity.kind.toLocaleLowerCase('en-US');
    await this.#options.notifications.send({
      recipients: { type: 'entity', entityRef: owners },
      payload: {
        ...text,
        // Entities name themselves, at any length.
        title: cutTitle(text.title),
        // Scopes are short, and refs are not.
        scope: `${scope}:${hashJson(about)}`,
        link: `/catalog/${namespace}/${kind}/${name}/${tab}`,
        severity: 'normal',
        topic,
      },
    });
  }

  async #readEntities(
    conflicts: ClaimConflict[],
  ): Promise<Map<string, Entity>> {
    const { auth, catalog } = this.#options;
    return readEntitiesByRef(
      conflicts.flatMap(({ claimantRef, holderRef }) => [
        claimantRef,
        holderRef,
      ]),
      {
        catalog,
        // Owners hear of what is theirs, whoever may see it.
        credentials: await auth.getOwnServiceCredentials(),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'relations',
        ],
      },
    );
  }
}

function nameOf(entityRef: string, entities: Map<string, Entity>): string {
  return (
    entities.get(entityRef)?.metadata.title ?? parseEntityRef(entityRef).name
  );
}
