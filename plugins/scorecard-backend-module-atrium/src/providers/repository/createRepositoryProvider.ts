import type { EntityOrigins } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import limitConcurrency from 'p-limit';
import { HOUR_MS } from '../../facts/elapsed';
import { repositoryDescription } from './repositoryDescription';
import { REPOSITORY_KINDS } from './RepositoryIndex';
import { type PlacedEntity, RepositoryJudge } from './RepositoryJudge';

interface RepositoryProviderOptions {
  gitHosts: Pick<GitHosts, 'openSource'>;
  logger: LoggerService;
  origins: Pick<EntityOrigins, 'find' | 'getFolder'>;
}

const CONCURRENCY = 4;

/**
 * Tells what repositories show of entities: one request for a repository whose
 * branch is where it was, and else one more for its files and one for each file
 * that has to be read.
 */
export function createRepositoryProvider(
  options: RepositoryProviderOptions,
): FactProvider {
  const { logger, origins } = options;
  const judge = new RepositoryJudge(options);
  const limit = limitConcurrency(CONCURRENCY);
  return {
    description: repositoryDescription,
    refreshMs: 6 * HOUR_MS,
    batchSize: 50,
    kinds: REPOSITORY_KINDS,
    async collect(entities, { signal }) {
      const groups = new Map<string, PlacedEntity[]>();
      for (const entity of entities) {
        // What an entity says of other repositories does not count.
        const origin = origins.find(entity);
        if (origin) {
          const key = `${origin.repository}#${origin.branch}`;
          groups.set(key, [...(groups.get(key) ?? []), { entity, origin }]);
        }
      }
      const answer = new Map<string, EntityFacts>();
      const failures: unknown[] = [];
      await Promise.all(
        [...groups.values()].map(placed =>
          limit(async () => {
            signal.throwIfAborted();
            try {
              for (const [ref, facts] of await judge.judge(placed, signal)) {
                answer.set(ref, facts);
              }
            } catch (error) {
              failures.push(error);
              // One repository must not cost the facts of the others.
              for (const { entity } of placed) {
                const before = judge.recall(entity);
                if (before) {
                  answer.set(stringifyEntityRef(entity), before);
                }
              }
            }
          }),
        ),
      );
      if (failures.length > 0 && failures.length === groups.size) {
        throw failures[0];
      }
      if (failures.length > 0) {
        logger.warn('Repositories could not be read for scorecards', {
          failedCount: failures.length,
          firstFailure: stringifyError(failures[0]),
        });
      }
      return answer;
    },
  };
}
