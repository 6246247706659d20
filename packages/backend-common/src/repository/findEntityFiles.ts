import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import { isError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityOrigins } from '../origin/EntityOrigins';

/** A file that an entity names. */
export interface NamedFile {
  /** As the annotation says it, and as problems name it. */
  path: string;
  /** Missing where the path leads nowhere. */
  url?: string;
  problem?: string;
}

/** An entity, and the files that it names in an annotation. */
export interface EntityWithFiles {
  entity: Entity;
  files: NamedFile[];
}

/** Where {@link streamEntitiesWithFiles} looks. */
export interface StreamEntitiesWithFilesOptions {
  /** What names the files, separated by commas. */
  annotation: string;
  auth: AuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  origins: Pick<EntityOrigins, 'resolveFile'>;
}

/** How {@link findEntityFiles} finds them. */
export interface FindEntityFilesOptions {
  origins: Pick<EntityOrigins, 'resolveFile'>;
  /** The endings that the feature uses; those of YAML by default. */
  suffixes?: readonly string[];
}

const SUFFIXES = ['.yaml', '.yml'];

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
];

/**
 * Where files are that an entity names, separated by commas: in the repository
 * that the catalog read the entity from, whatever the entity says.
 */
export function findEntityFiles(
  entity: Entity,
  paths: string,
  { origins, suffixes = SUFFIXES }: FindEntityFilesOptions,
): NamedFile[] {
  return paths
    .split(',')
    .map(path => path.trim())
    .filter(path => path !== '')
    .map(path => {
      try {
        const { url } = origins.resolveFile(entity, path, { suffixes });
        return { path, url };
      } catch (error) {
        return {
          path,
          problem: isError(error) ? error.message : stringifyError(error),
        };
      }
    });
}

/**
 * Goes through all entities that name files, for work that runs in the
 * background: it sees every entity, whoever may.
 */
export async function* streamEntitiesWithFiles(
  options: StreamEntitiesWithFilesOptions,
): AsyncGenerator<EntityWithFiles> {
  const { annotation, auth, catalog, origins } = options;
  // What files define does not depend on who looks.
  const credentials = await auth.getOwnServiceCredentials();
  const pages = catalog.streamEntities(
    {
      filter: {
        [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
      },
      fields: FIELDS,
    },
    { credentials },
  );
  for await (const page of pages) {
    for (const entity of page) {
      const paths = entity.metadata.annotations?.[annotation] ?? '';
      yield { entity, files: findEntityFiles(entity, paths, { origins }) };
    }
  }
}
