import {
  type EntityOrigins,
  streamEntitiesWithFiles,
  type StreamEntitiesWithFilesOptions,
} from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import { SCORECARDS_ANNOTATION } from '@atrium/plugin-scorecard-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ScorecardConfig } from '../config/readScorecardConfig';
import type { FoundScorecardFile } from '../database/scorecardFiles';

interface FindScorecardFilesOptions
  extends Omit<StreamEntitiesWithFilesOptions, 'annotation' | 'origins'> {
  origins: Pick<EntityOrigins, 'find' | 'resolveFile'>;
  config: Pick<ScorecardConfig['definitions'], 'ratesEverything'>;
}

/** Finds the files of scorecards that entities name, and whom they may rate. */
export async function findScorecardFiles({
  config,
  ...options
}: FindScorecardFilesOptions): Promise<FoundScorecardFile[]> {
  const found = new Map<string, FoundScorecardFile>();
  for await (const { entity, files } of streamEntitiesWithFiles({
    ...options,
    annotation: SCORECARDS_ANNOTATION,
  })) {
    const repository = options.origins.find(entity)?.repository;
    const reach =
      repository !== undefined && config.ratesEverything(repository)
        ? 'everything'
        : 'owned';
    const owners = relationTargets(entity, 'ownedBy');
    for (const { path, problem, url } of files) {
      const source = url ?? `${stringifyEntityRef(entity)}: ${path}`;
      const known = found.get(source);
      // Two entities of one repository may name one file.
      const ownerRefs = new Set([...(known?.ownerRefs ?? []), ...owners]);
      found.set(source, {
        source,
        reach,
        ownerRefs: [...ownerRefs].sort(),
        refusal: problem,
      });
    }
  }
  return [...found.values()];
}
