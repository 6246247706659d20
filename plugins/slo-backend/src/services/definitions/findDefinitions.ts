import { relationTargets } from '@atrium/common';
import {
  type EntityWithFiles,
  type NamedFile,
  streamEntitiesWithFiles,
  type StreamEntitiesWithFilesOptions,
} from '@atrium/backend-common';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** An entity that names SLO files. */
export interface DefinedEntity {
  entityRef: string;
  title?: string;
  ownerRefs: string[];
  systemRefs: string[];
  files: NamedFile[];
}

/** Finds the entities that name SLO files, and where these are. */
export async function findDefinitions(
  options: Omit<StreamEntitiesWithFilesOptions, 'annotation'>,
): Promise<DefinedEntity[]> {
  const { auth, catalog, origins } = options;
  const found: DefinedEntity[] = [];
  for await (const one of streamEntitiesWithFiles({
    annotation: SLO_ANNOTATION,
    auth,
    catalog,
    origins,
  })) {
    found.push(toDefinedEntity(one));
  }
  return found;
}

function toDefinedEntity({ entity, files }: EntityWithFiles): DefinedEntity {
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title,
    ownerRefs: relationTargets(entity, RELATION_OWNED_BY),
    systemRefs: relationTargets(entity, RELATION_PART_OF).filter(ref =>
      ref.startsWith('system:'),
    ),
    files,
  };
}
