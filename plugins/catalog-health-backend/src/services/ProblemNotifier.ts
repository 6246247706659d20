import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ProblemStore, RepositoryProblem } from '../database/ProblemStore';
import { words } from '../healthWords';
import { healthPageLink } from './healthPageLink';

interface ProblemNotifierOptions {
  logger: LoggerService;
  notifications: Pick<NotificationService, 'send'>;
  problems: Pick<ProblemStore, 'listUnnotified' | 'markNotified'>;
}

/**
 * Tells teams what is wrong with their files, once.
 *
 * @remarks A problem is ticked off when it is told. Should the portal end in
 * between, the notification goes out again under the same scope, which replaces
 * the first.
 */
export class ProblemNotifier {
  readonly #options: ProblemNotifierOptions;

  constructor(options: ProblemNotifierOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { logger, problems } = this.#options;
    let failedCount = 0;
    let firstReason = '';
    for (const group of groupByFile(await problems.listUnnotified())) {
      try {
        await this.#send(group);
        await problems.markNotified(
          group.map(({ id }) => id),
          new Date(),
        );
      } catch (error) {
        failedCount += 1;
        firstReason ||= stringifyError(error);
      }
    }
    if (failedCount > 0) {
      logger.warn('Teams could not be told what is wrong with their files', {
        failedCount,
        firstReason,
      });
    }
  }

  async #send(group: RepositoryProblem[]): Promise<void> {
    const [first] = group;
    const more = group.length - 1;
    await this.#options.notifications.send({
      recipients: {
        type: 'entity',
        entityRef:
          first.otherRecipientRefs.length > 0
            ? [first.ownerRef, ...first.otherRecipientRefs]
            : first.ownerRef,
      },
      payload: {
        ...words.notification({
          title: words.describe('catalogHealth.file.needsCorrection', {
            path: first.path,
            repository: first.repository,
          }),
          description: [
            ...(first.messages?.message ?? [first.message]),
            ...(first.messages?.advice ?? [first.advice]),
            ...(more > 0
              ? [words.describe('catalogHealth.file.more', { count: more })]
              : []),
          ],
        }),
        link: healthPageLink(first.repository),
        severity: 'high',
        topic: 'catalog-health',
        scope: `catalog-health:${group
          .map(({ id }) => id)
          .sort()
          .at(0)}`,
      },
    });
  }
}

/** What a team has to change in one file belongs into one notification. */
function groupByFile(problems: RepositoryProblem[]): RepositoryProblem[][] {
  const groups = new Map<string, RepositoryProblem[]>();
  for (const problem of problems) {
    const { ownerRef, repository, path } = problem;
    const key = JSON.stringify([ownerRef, repository, path]);
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()];
}
