import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ClaimConflict, ConflictStore } from '../database/ConflictStore';

interface ConflictNotifierOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notifications: Pick<NotificationService, 'send'>;
  store: Pick<ConflictStore, 'note' | 'listUnsent' | 'markTried' | 'forget'>;
  findConflicts(): Promise<ClaimConflict[]>;
}

const BATCH = 200;
const MAX_NAMES = 5;

/**
 * Notifies the owners of both sides when an entity claims workloads of another,
 * once.
 *
 * @remarks A conflict is written down first and ticked off when it was sent.
 * Should the portal end between the two, the notification goes out again under
 * the same scope, which replaces the first. Many entities that claim the same
 * make one notification for its owners.
 */
export class ConflictNotifier {
  readonly #options: ConflictNotifierOptions;

  constructor(options: ConflictNotifierOptions) {
    this.#options = options;
  }

  async run(now = new Date()): Promise<void> {
    const { logger, store } = this.#options;
    await store.note(await this.#options.findConflicts(), now);
    const unsent = await store.listUnsent(BATCH);
    if (unsent.length > 0) {
      const entities = await this.#readEntities(unsent);
      const failures: unknown[] = [];
      for (const group of groupBy(unsent, ({ holderRef }) => holderRef)) {
        try {
          await this.#notify(group, entities);
          await store.markTried(group, true);
        } catch (error) {
          failures.push(error);
          await store.markTried(group, false);
        }
      }
      if (failures.length > 0) {
        logger.warn('Owners could not be told who claims their workloads', {
          failedCount: failures.length,
          firstReason: stringifyError(failures[0]),
        });
      }
    }
    await store.forget(now);
  }

  /** All conflicts of one holder: its owners first, then those of each claimant. */
  async #notify(
    group: ClaimConflict[],
    entities: Map<string, Entity>,
  ): Promise<void> {
    const [{ holderRef }] = group;
    const claimants = group.map(({ claimantRef }) => claimantRef);
    const holder = nameOf(holderRef, entities);
    const names = claimants.map(ref => nameOf(ref, entities));
    const more = names.length - MAX_NAMES;
    const list = [
      ...names.slice(0, MAX_NAMES),
      ...(more > 0 ? [`${more} more`] : []),
    ].join(', ');
    await this.#send(holderRef, entities, {
      title: `${holder}: its workloads are claimed by ${list}`,
      description: `You keep your rights: nothing has changed for ${holder}. If that is a mistake, ask the owners of ${list} to correct their Kubernetes annotations.`,
      scope: `workloads:claims:${holderRef}`,
    });
    for (const claimantRef of claimants) {
      const claimant = nameOf(claimantRef, entities);
      await this.#send(claimantRef, entities, {
        title: `${claimant} claims workloads of ${holder}`,
        description: `They belong to ${holder}, so they are not shown for ${claimant}. Correct the Kubernetes annotations in its catalog-info.yaml. If the workloads are yours, ask the platform team for a rule.`,
        scope: `workloads:claims:${claimantRef}:${holderRef}`,
      });
    }
  }

  /** Without an owner there is nobody to notify. */
  async #send(
    entityRef: string,
    entities: Map<string, Entity>,
    words: { title: string; description: string; scope: string },
  ): Promise<void> {
    const owners = (entities.get(entityRef)?.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef);
    if (owners.length === 0) {
      return;
    }
    const { kind, namespace, name } = parseEntityRef(entityRef);
    await this.#options.notifications.send({
      recipients: { type: 'entity', entityRef: owners },
      payload: {
        ...words,
        link: `/catalog/${namespace}/${kind}/${name}/runtime`,
        severity: 'normal',
        topic: 'workload-claims',
      },
    });
  }

  async #readEntities(
    conflicts: ClaimConflict[],
  ): Promise<Map<string, Entity>> {
    const { auth, catalog } = this.#options;
    const entityRefs = [
      ...new Set(
        conflicts.flatMap(({ claimantRef, holderRef }) => [
          claimantRef,
          holderRef,
        ]),
      ),
    ];
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'relations',
        ],
      },
      // Owners hear of what is theirs, whoever may see it.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return new Map(
      entityRefs.flatMap((ref, index) => {
        const entity = items[index];
        return entity ? [[ref, entity]] : [];
      }),
    );
  }
}

function nameOf(entityRef: string, entities: Map<string, Entity>): string {
  return (
    entities.get(entityRef)?.metadata.title ?? parseEntityRef(entityRef).name
  );
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return [...groups.values()];
}
