import { relationTargets } from '@atrium/common';
import type { ApiSummary } from '@atrium/plugin-api-history-common';
import type { ApiHistoryService } from '@atrium/plugin-api-history-node';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { coerce } from 'semver';
import { valuesOf } from '../../facts/describeProvider';
import { DAY_MS, daysSince, HOUR_MS } from '../../facts/elapsed';
import { entityPage, urlsFor } from '../../facts/links';
import { apiDescription } from './apiDescription';

interface ApiProviderOptions {
  auth: AuthService;
  apiHistory: Pick<ApiHistoryService, 'getSummaries'>;
}

/** Tells how definitions of APIs changed. */
export function createApiProvider(options: ApiProviderOptions): FactProvider {
  const { auth, apiHistory } = options;
  return {
    description: apiDescription,
    refreshMs: HOUR_MS,
    // It says when it learns of an entity (see followSources).
    unknownRefreshMs: DAY_MS / 2,
    batchSize: 500,
    kinds: ['api', 'component'],
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const summaries = await apiHistory.getSummaries(
        [...new Set(entities.flatMap(apisOf))],
        { credentials },
      );
      const summaryOf = new Map(summaries.map(one => [one.entityRef, one]));
      const answer = new Map<string, EntityFacts>();
      for (const entity of entities) {
        const own = apisOf(entity).flatMap(ref => summaryOf.get(ref) ?? []);
        if (own.length > 0) {
          answer.set(stringifyEntityRef(entity), toFacts(entity, own));
        }
      }
      return answer;
    },
  };
}

/** The API itself, or those that a component provides. */
function apisOf(entity: Entity): string[] {
  return isApi(entity)
    ? [stringifyEntityRef(entity)]
    : relationTargets(entity, RELATION_PROVIDES_API);
}

function isApi({ kind }: Entity): boolean {
  return kind.toLowerCase() === 'api';
}

function toFacts(entity: Entity, summaries: ApiSummary[]): EntityFacts {
  const [first] = summaries;
  const changes = summaries.map(({ latest }) => latest.createdAt).sort();
  const lastChangedAt = changes.at(-1);
  const broken = summaries.flatMap(summary => summary.broken);
  const values = valuesOf(apiDescription, {
    version: isApi(entity) ? first.latest.version : undefined,
    isValid: summaries.every(({ latest }) => latest.isValid),
    lastChangedAt,
    daysSinceChange: lastChangedAt ? daysSince(lastChangedAt) : undefined,
    breakingChanges: broken.length,
    breakingWithoutMajor: broken.filter(isUnannounced).length,
  });
  const worst =
    summaries.find(({ latest }) => !latest.isValid) ??
    summaries.find(summary => summary.broken.some(isUnannounced)) ??
    first;
  const page = entityPage(worst.entityRef, 'history');
  return { values, urls: urlsFor(Object.keys(values), page) };
}

/** Whether a version broke something, and its number does not say so. */
function isUnannounced({
  version,
  previousVersion,
}: ApiSummary['broken'][number]): boolean {
  const [now, before] = [coerce(version), coerce(previousVersion)];
  if (!now || !before) {
    return false;
  }
  return before.major === 0 && now.major === 0
    ? now.minor <= before.minor
    : now.major <= before.major;
}
