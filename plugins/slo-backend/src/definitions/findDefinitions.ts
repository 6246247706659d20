import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseEntityRef,
  parseLocationRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import { resolveFileUrl } from './resolveFileUrl';

/** A file that an entity names. */
export interface NamedFile {
  /** As the annotation says it, and as problems name it. */
  path: string;
  /** Missing where the path leads nowhere. */
  url?: string;
  problem?: string;
}

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
  integrations: ScmIntegrationRegistry;
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
      found.push(toDefinedEntity(entity, options.integrations));
    }
  }
  return found;
}

function toDefinedEntity(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): DefinedEntity {
  const { annotations = {}, title } = entity.metadata;
  return {
    entityRef: stringifyEntityRef(entity),
    title,
    ownerRefs: targetsOf(entity, RELATION_OWNED_BY),
    systemRefs: targetsOf(entity, RELATION_PART_OF).filter(ref =>
      ref.startsWith('system:'),
    ),
    files: nameFiles(entity, {
      paths: annotations[SLO_ANNOTATION] ?? '',
      integrations,
    }),
  };
}

/** Where files are that an entity names, separated by commas. */
export function nameFiles(
  entity: Entity,
  options: { paths: string; integrations: ScmIntegrationRegistry },
): NamedFile[] {
  const { paths, integrations } = options;
  const { annotations = {} } = entity.metadata;
  const location =
    annotations[ANNOTATION_SOURCE_LOCATION] ?? annotations[ANNOTATION_LOCATION];
  return paths
    .split(',')
    .map(path => path.trim())
    .filter(path => path !== '')
    .map(path => nameFile(path, { location, integrations }));
}

function nameFile(
  path: string,
  options: { location?: string; integrations: ScmIntegrationRegistry },
): NamedFile {
  try {
    const { type, target } = parseLocationRef(options.location ?? '');
    if (type !== 'url') {
      return { path, problem: 'The entity does not come from a repository' };
    }
    return {
      path,
      url: resolveFileUrl(path, {
        base: target,
        integrations: options.integrations,
      }),
    };
  } catch (error) {
    return { path, problem: stringifyError(error) };
  }
}

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => stringifyEntityRef(parseEntityRef(targetRef)));
}
