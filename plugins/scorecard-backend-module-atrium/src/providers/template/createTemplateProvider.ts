import { readEntitiesByRef } from '@atrium/backend-common';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { coerce, lt } from 'semver';
import { valuesOf } from '../../facts/describeProvider';
import { HOUR_MS } from '../../facts/elapsed';
import { entityFile, entityPage, urlsFor } from '../../facts/links';
import { templateDescription } from './templateDescription';

interface TemplateProviderOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
}

const TEMPLATE_ANNOTATION = 'backstage.io/source-template';
const VERSION_ANNOTATION = 'atrium.dev/template-version';
const FIELDS = ['kind', 'metadata'];

/** Tells which template entities were made from, and whether it went on. */
export function createTemplateProvider(
  options: TemplateProviderOptions,
): FactProvider {
  const { auth, catalog } = options;
  return {
    description: templateDescription,
    refreshMs: 6 * HOUR_MS,
    batchSize: 500,
    kinds: ['component', 'api', 'resource', 'system'],
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const templates = await readEntitiesByRef(
        entities.flatMap(entity => templateOf(entity) ?? []),
        { catalog, credentials, fields: FIELDS },
      );
      return new Map(
        entities.map(entity => {
          const ref = templateOf(entity);
          const template = ref ? templates.get(ref) : undefined;
          return [stringifyEntityRef(entity), toFacts(entity, template)];
        }),
      );
    },
  };
}

function toFacts(entity: Entity, template: Entity | undefined): EntityFacts {
  const ref = templateOf(entity);
  const version = annotationOf(entity, VERSION_ANNOTATION);
  const current = template && annotationOf(template, VERSION_ANNOTATION);
  const values = valuesOf(templateDescription, {
    fromTemplate: ref !== undefined,
    template: ref,
    version: ref ? version : undefined,
    currentVersion: current,
    isBehind: isBehind(version, current),
  });
  return {
    values,
    urls: {
      ...urlsFor(Object.keys(values), entityFile(entity)),
      ...(template && ref && { currentVersion: entityPage(ref) }),
    },
  };
}

/** Nothing where one of the two is not known, or is no version. */
function isBehind(
  version: string | undefined,
  current: string | undefined,
): boolean | undefined {
  const [own, newest] = [coerce(version), coerce(current)];
  return own && newest ? lt(own, newest) : undefined;
}

function templateOf(entity: Entity): string | undefined {
  const stated = annotationOf(entity, TEMPLATE_ANNOTATION);
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(stated ?? '', { defaultKind: 'template' }),
    );
    return ref.startsWith('template:') ? ref : undefined;
  } catch {
    return undefined;
  }
}

function annotationOf(entity: Entity, name: string): string | undefined {
  const value: unknown = entity.metadata.annotations?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
