import { readEntitiesByRef } from '@atrium/backend-common';
import { linkTypes, relationTargets } from '@atrium/common';
import type { EntityProblemCounts } from '@atrium/plugin-catalog-health-common';
import type { CatalogHealthService } from '@atrium/plugin-catalog-health-node';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { valuesOf } from '../../facts/describeProvider';
import { HOUR_MS } from '../../facts/elapsed';
import { entityFile, entityPage, urlsFor } from '../../facts/links';
import { catalogDescription } from './catalogDescription';

interface CatalogProviderOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  catalogHealth: Pick<CatalogHealthService, 'countProblems'>;
}

/** What is known besides the entity itself. */
interface Surroundings {
  /** Refs of those entities that it refers to and that are there. */
  present: ReadonlyMap<string, Entity>;
  problems: EntityProblemCounts | undefined;
}

/** Of what it tells facts. */
export const CATALOG_KINDS = ['component', 'api', 'resource', 'system'];

const RELATIONS = [RELATION_OWNED_BY, RELATION_PART_OF, RELATION_PROVIDES_API];
/**
 * What an entity refers to may be in the catalog soon: while much is new, it puts one
 * entity together minutes after another, and tells nobody when.
 */
const MISSING_REFRESH_MS = 2 * 60_000;
const ORPHAN_ANNOTATION = 'backstage.io/orphan';

/** Tells what the catalog knows of entities, by two requests a batch. */
export function createCatalogProvider(
  options: CatalogProviderOptions,
): FactProvider {
  const { auth, catalog, catalogHealth } = options;
  return {
    description: catalogDescription,
    // Changes of entities tell of themselves; what cannot be read of one does not.
    refreshMs: 2 * HOUR_MS,
    batchSize: 500,
    kinds: CATALOG_KINDS,
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const [present, counts] = await Promise.all([
        readEntitiesByRef(
          entities.flatMap(entity =>
            RELATIONS.flatMap(type => relationTargets(entity, type)),
          ),
          { catalog, credentials, fields: ['kind', 'metadata.name'] },
        ),
        catalogHealth.countProblems(
          entities.map(entity => ({
            entityRef: stringifyEntityRef(entity),
            url: entityFile(entity),
          })),
          { credentials },
        ),
      ]);
      const problemsOf = new Map(counts.map(one => [one.entityRef, one]));
      return new Map(
        entities.map(entity => {
          const ref = stringifyEntityRef(entity);
          const problems = problemsOf.get(ref);
          return [ref, toFacts(entity, { present, problems })];
        }),
      );
    },
  };
}

function toFacts(entity: Entity, known: Surroundings): EntityFacts {
  const { present, problems } = known;
  const { description = '', links = [], tags = [] } = entity.metadata;
  const targets = (type: string) => relationTargets(entity, type);
  const isPresent = (ref: string) => present.has(ref);
  const ownerKind = targets(RELATION_OWNED_BY)
    .filter(isPresent)
    .map(ref => parseEntityRef(ref).kind)
    .find(kind => kind === 'group' || kind === 'user');
  const length = textOf(description)?.length ?? 0;
  const values = valuesOf(catalogDescription, {
    ownerValid: ownerKind !== undefined,
    ownerKind,
    hasDescription: length > 0,
    descriptionLength: length,
    links: links.length,
    linkTypes: linkTypes(entity),
    type: textOf(entity.spec?.type),
    lifecycle: textOf(entity.spec?.lifecycle),
    hasSystem: targets(RELATION_PART_OF)
      .filter(isPresent)
      .some(ref => parseEntityRef(ref).kind === 'system'),
    tags,
    apisProvided: targets(RELATION_PROVIDES_API).filter(isPresent).length,
    dependsOn: targets(RELATION_DEPENDS_ON).length,
    isOrphan: entity.metadata.annotations?.[ORPHAN_ANNOTATION] === 'true',
    errors: problems?.errors,
    warnings: problems?.warnings,
  });
  const page = entityPage(stringifyEntityRef(entity));
  const isWhole = RELATIONS.flatMap(targets).every(isPresent);
  return {
    values,
    ...(!isWhole && { refreshMs: MISSING_REFRESH_MS }),
    urls: urlsFor(Object.keys(values), entityFile(entity) ?? page),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}
