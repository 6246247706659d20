import { hashJson, readEntitiesByRef } from '@atrium/backend-common';
import { type MessageDescriptor, relationTargets } from '@atrium/common';
import { words } from '../deliveryWords';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  DueNotification,
  MainBranchStore,
} from '../database/MainBranchStore';

interface MainBranchNotifierOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notifications: Pick<NotificationService, 'send'>;
  store: Pick<
    MainBranchStore,
    'review' | 'listDue' | 'markTried' | 'markSent' | 'markFailed'
  >;
}

const BATCH = 100;
const MAX_ATTEMPTS = 12;
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 60 * 60_000;
const COMMIT_LENGTH = 7;
/** What the notifications plugin stores of a scope. */
const MAX_SCOPE_LENGTH = 255;

/**
 * Tells the owners of a component when its main branch turns red, once, and when
 * it is green again.
 *
 * @remarks What has to be sent is written down first and ticked off when sent, so
 * that a restart neither loses nor repeats it. Should the portal end between the
 * two, it goes out again under the same scope, which replaces the first; and where
 * the branch is green again by then, the owners, who may know of the red, hear of that.
 */
export class MainBranchNotifier {
  readonly #options: MainBranchNotifierOptions;

  constructor(options: MainBranchNotifierOptions) {
    this.#options = options;
  }

  async run(now = new Date()): Promise<void> {
    const { auth, catalog, store, logger } = this.#options;
    await store.review(now);
    const due = await store.listDue(now, BATCH);
    if (due.length === 0) {
      return;
    }
    const components = await readEntitiesByRef(
      due.map(({ entityRef }) => entityRef),
      {
        catalog,
        // Owners hear of what is theirs, whoever may see it.
        credentials: await auth.getOwnServiceCredentials(),
        fields: ['kind', 'metadata', 'relations'],
      },
    );
    const failures: unknown[] = [];
    for (const notification of due) {
      try {
        await store.markTried(notification);
        await this.#send(notification, components.get(notification.entityRef));
        await store.markSent(notification);
      } catch (error) {
        failures.push(error);
        await store.markFailed(
          notification,
          nextAttempt(notification.attempts, now),
        );
      }
    }
    if (failures.length > 0) {
      logger.warn('Owners could not be notified of their main branch', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
  }

  /** Without a component, or an owner, there is nobody to tell. */
  async #send(
    notification: DueNotification,
    component: Entity | undefined,
  ): Promise<void> {
    const owners = relationTargets(component ?? {}, RELATION_OWNED_BY);
    if (!component || owners.length === 0) {
      return;
    }
    const { entityRef, pipeline, state, branch } = notification;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const isRed = state === 'red';
    await this.#options.notifications.send({
      recipients: { type: 'entity', entityRef: owners },
      payload: {
        ...words.notification({
          title: words.describe(
            isRed
              ? 'delivery.mainBranch.fails'
              : 'delivery.mainBranch.passesAgain',
            { component: component.metadata.title ?? name, pipeline, branch },
          ),
          description: describeRun(notification),
        }),
        link: `/catalog/${namespace}/${kind}/${name}/delivery`,
        severity: isRed ? 'high' : 'normal',
        topic: 'main-branch',
        // What comes later about the same pipeline takes the place of this.
        scope: toScope(entityRef, pipeline),
      },
    });
  }
}

/** Names of pipelines may be longer than what is stored of a scope. */
function toScope(entityRef: string, pipeline: string): string {
  const scope = `delivery:main-branch:${entityRef}:${pipeline}`;
  return scope.length > MAX_SCOPE_LENGTH
    ? `delivery:main-branch:${hashJson([entityRef, pipeline])}`
    : scope;
}

function describeRun(notification: DueNotification): MessageDescriptor {
  const outcome = notification.state === 'red' ? 'failed' : 'passed';
  const about = describeCause(notification);
  return about
    ? words.describe(`delivery.mainBranch.${outcome}Of`, { about })
    : words.describe(`delivery.mainBranch.${outcome}`);
}

function describeCause({
  commit,
  actor,
}: DueNotification): MessageDescriptor | undefined {
  const short = commit?.slice(0, COMMIT_LENGTH);
  if (short && actor) {
    return words.describe('delivery.mainBranch.commitBy', {
      commit: short,
      actor,
    });
  }
  if (short) {
    return words.describe('delivery.mainBranch.commit', { commit: short });
  }
  return actor
    ? words.describe('delivery.mainBranch.by', { actor })
    : undefined;
}

function nextAttempt(attempts: number, now: Date): Date | undefined {
  return attempts + 1 >= MAX_ATTEMPTS
    ? undefined
    : new Date(
        now.getTime() + Math.min(FIRST_RETRY_MS * 2 ** attempts, LAST_RETRY_MS),
      );
}
