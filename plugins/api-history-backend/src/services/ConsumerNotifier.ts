import { words } from '../apiHistoryWords';
import { readEntitiesByRef } from '@atrium/backend-common';
import {
  type MessageList,
  type MessageParts,
  relationTargets,
} from '@atrium/common';
import {
  API_HISTORY_TAB_PATH,
  type ApiChange,
  type ApiVersion,
  historyTabSearch,
} from '@atrium/plugin-api-history-common';
import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { DueNotice, Notice, NoticeStore } from '../database/NoticeStore';
import type { VersionStore } from '../database/VersionStore';

const BATCH_SIZE = 100;
const MAX_ATTEMPTS = 12;
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 60 * 60_000;
const MAX_NAMED_CONSUMERS = 5;

/** No definition, which may have megabytes. */
const FIELDS = ['kind', 'metadata', 'relations'];

/** What {@link ConsumerNotifier} works with. */
export interface ConsumerNotifierOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notices: NoticeStore;
  notifications: NotificationService;
  versions: VersionStore;
}

/**
 * Tells the owners of consumers when a version breaks an API.
 *
 * @remarks Who has to hear of a version is written down first and ticked off
 * when told, so that a restart neither loses nor repeats anybody. Should the
 * portal end between telling and ticking, the notification goes out again under
 * the same scope, which replaces the first.
 */
export class ConsumerNotifier {
  readonly #options: ConsumerNotifierOptions;

  constructor(options: ConsumerNotifierOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    await this.#announceVersions();
    await this.#sendNotices();
  }

  async #announceVersions(): Promise<void> {
    const { auth, notices, versions } = this.#options;
    // Owners hear of what their components use, whoever may see it.
    const credentials = await auth.getOwnServiceCredentials();
    for (const id of await notices.listUnannounced(BATCH_SIZE)) {
      const version = await versions.getVersion(id);
      if (version) {
        const found = await this.#findNotices(version, credentials);
        await notices.announce(id, found, new Date());
      }
    }
  }

  async #findNotices(
    version: ApiVersion,
    credentials: BackstageCredentials,
  ): Promise<Notice[]> {
    const [api] = await this.#getEntities([version.entityRef], credentials);
    if (!api) {
      return [];
    }
    const consumers = await this.#getEntities(
      relationTargets(api, RELATION_API_CONSUMED_BY),
      credentials,
    );
    const providers = new Set(relationTargets(api, RELATION_OWNED_BY));
    const byOwner = new Map<string, string[]>();
    for (const consumer of consumers) {
      for (const owner of relationTargets(consumer, RELATION_OWNED_BY)) {
        if (!providers.has(owner)) {
          byOwner.set(owner, [
            ...(byOwner.get(owner) ?? []),
            titleOf(consumer),
          ]);
        }
      }
    }
    return [...byOwner].map(([ownerRef, titles]) => ({
      versionId: version.id,
      ownerRef,
      consumers: titles.sort(),
    }));
  }

  async #getEntities(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const { catalog } = this.#options;
    const options = { catalog, credentials, fields: FIELDS };
    return [...(await readEntitiesByRef(entityRefs, options)).values()];
  }

  async #sendNotices(): Promise<void> {
    const { auth, logger, notices } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    let failedCount = 0;
    let firstReason = '';
    for (const notice of await notices.listDue(new Date(), BATCH_SIZE)) {
      try {
        await this.#send(notice, credentials);
        await notices.markSent(notice, new Date());
      } catch (error) {
        failedCount += 1;
        firstReason ||= String(error);
        await notices.markFailed(notice, nextAttempt(notice.attempts));
      }
    }
    if (failedCount > 0) {
      logger.warn('Consumers could not be told of a breaking change', {
        failedCount,
        firstReason,
      });
    }
  }

  async #send(
    notice: DueNotice,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { notifications, versions } = this.#options;
    const version = await versions.getVersion(notice.versionId);
    if (!version) {
      return;
    }
    const [api] = await this.#getEntities([version.entityRef], credentials);
    const comparison = await versions.getComparison(version.id);
    const first = comparison?.changes?.at(0);
    const breaking = version.counts?.breaking ?? 0;
    const { kind, namespace, name } = parseEntityRef(version.entityRef);
    const search = historyTabSearch({
      from: version.comparedTo,
      to: version.number,
    });
    await notifications.send({
      recipients: { type: 'entity', entityRef: notice.ownerRef },
      payload: {
        ...words.notification({
          title: words.describe('apiHistory.breaking.title', {
            api: api ? titleOf(api) : name,
          }),
          description: [
            ...describeChange(first),
            ...(breaking > 1
              ? [
                  words.describe('apiHistory.breaking.more', {
                    count: breaking - 1,
                  }),
                ]
              : []),
            words.describe('apiHistory.breaking.usedBy', {
              consumers: toList(notice.consumers),
            }),
          ],
        }),
        link: `/catalog/${namespace}/${kind}/${name}${API_HISTORY_TAB_PATH}${search}`,
        severity: 'high',
        topic: 'api-breaking-change',
        scope: `api-history:${notice.versionId}:${notice.ownerRef}`,
      },
    });
  }
}

function nextAttempt(attempts: number): Date | undefined {
  if (attempts + 1 >= MAX_ATTEMPTS) {
    return undefined;
  }
  const delay = FIRST_RETRY_MS * 2 ** attempts;
  return new Date(Date.now() + Math.min(delay, LAST_RETRY_MS));
}

function titleOf({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}

/** What changed, in the words of the comparison. */
function describeChange(change: ApiChange | undefined): MessageParts {
  const location = change?.locations.at(0);
  if (!change) {
    return [];
  }
  const said = change.messages?.message?.at(0) ?? change.message;
  return [
    location
      ? words.describe('apiHistory.breaking.at', { location, change: said })
      : said,
  ];
}

function toList(titles: string[]): MessageList {
  const list = titles.slice(0, MAX_NAMED_CONSUMERS);
  return { list, more: titles.length - list.length };
}
