import type { EntityOrigins } from '@atrium/backend-common';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { findFiles, type NamedFile } from './findFiles';

/** An entity that names SLO files. */
export interface DefinedEntity {
  entityRef: string;
  title?: string;
  ownerRefs: string[];
  systemRefs: string[];
  files: NamedFile[];
}

interface FindDefinitionsOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  origins: Pick<EntityOrigins, 'resolveFile'>;
}

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
];

/** Finds the entities that name SLO files, and where these are. */
export async function findDefinitions(
  options: FindDefinitionsOptions,
): Promise<DefinedEntity[]> {
  // What is measured does not depend on who looks: every definition runs.
  const credentials = await options.auth.getOwnServiceCredentials();
  const found: DefinedEntity[] = [];
  const pages = options.catalog.streamEntities(
    {
      filter: {
        [`metadata.annotations.${SLO_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
      },
      fields: FIELDS,
    },
    { credentials },
  );
  for await (const page of pages) {
    for (const entity of page) {
      found.push(toDefinedEntity(entity, options.origins));
    }
  }
  return found;
}

function toDefinedEntity(
  entity: Entity,
  origins: FindDefinitionsOptions['origins'],
): DefinedEntity {
  const { annotations = {}, title } = entity.metadata;
  return {
    entityRef: stringifyEntityRef(entity),
    title,
    ownerRefs: targetsOf(entity, RELATION_OWNED_BY),
    systemRefs: targetsOf(entity, RELATION_PART_OF).filter(ref =>
      ref.startsWith('system:'),
    ),
    files: findFiles(entity, annotations[SLO_ANNOTATION] ?? '', origins),
  };
}

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => stringifyEntityRef(parseEntityRef(targetRef)));
}
