import type { EntityFacts } from '@atrium/plugin-scorecard-node';
import type { EntityPlace } from './EntityPlace';
import { judgeImage } from './judgeImage';
import { judgeOwners } from './judgeOwners';
import { judgePipelines } from './judgePipelines';
import { judgePresence } from './judgePresence';
import type { RepositorySnapshot } from './RepositorySnapshot';

/** What a repository shows of an entity. */
export async function judgeRepository(
  snapshot: RepositorySnapshot,
  place: EntityPlace,
): Promise<EntityFacts> {
  const parts = await Promise.all([
    judgePresence(snapshot, place),
    judgeOwners(snapshot, place),
    judgePipelines(snapshot),
    judgeImage(snapshot, place),
  ]);
  const urls = parts.flatMap(part =>
    Object.entries(part.urls).flatMap(([name, url]) =>
      url === undefined ? [] : [[name, url]],
    ),
  );
  return {
    values: Object.assign({}, ...parts.map(({ values }) => values)),
    urls: Object.fromEntries(urls),
  };
}
