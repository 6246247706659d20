import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { DocsService, DocsSummary } from '@atrium/plugin-techdocs-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { valuesOf } from '../../facts/describeProvider';
import { DAY_MS, daysSince, HOUR_MS } from '../../facts/elapsed';
import { entityFile, urlsFor } from '../../facts/links';
import { docsDescription } from './docsDescription';

interface DocsProviderOptions {
  auth: AuthService;
  docs: DocsService;
}

/** Set by the catalog only where it leads to what is the entity's own. */
const DOCS_ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

/** Tells how the documentation of entities is. */
export function createDocsProvider(options: DocsProviderOptions): FactProvider {
  const { auth, docs } = options;
  return {
    description: docsDescription,
    refreshMs: HOUR_MS,
    // That there is documentation, an entity says itself.
    unknownRefreshMs: DAY_MS,
    batchSize: 500,
    kinds: ['component', 'api', 'resource', 'system'],
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const summaries = await docs.getSummaries(
        entities.map(entity => stringifyEntityRef(entity)),
        { credentials },
      );
      const summaryOf = new Map(summaries.map(one => [one.entityRef, one]));
      return new Map(
        entities.map(entity => {
          const ref = stringifyEntityRef(entity);
          return [ref, toFacts(entity, summaryOf.get(ref))];
        }),
      );
    },
  };
}

function toFacts(
  entity: Entity,
  summary: DocsSummary | undefined,
): EntityFacts {
  const isPresent = DOCS_ANNOTATIONS.some(
    name => entity.metadata.annotations?.[name],
  );
  const { site, checkedAt, error } = summary ?? {};
  const changedAt = site?.changedAt;
  const isKnown = checkedAt !== undefined || error !== undefined;
  const values = valuesOf(docsDescription, {
    present: isPresent,
    built: isPresent && isKnown ? error === undefined : undefined,
    builtAt: checkedAt,
    pages: site?.pages,
    brokenLinks: site?.brokenLinks,
    lastChangedAt: changedAt ? new Date(changedAt).toISOString() : undefined,
    daysSinceChange: changedAt ? daysSince(changedAt) : undefined,
  });
  const { kind, namespace, name } = parseEntityRef(stringifyEntityRef(entity));
  const page = `/docs/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}`;
  return {
    values,
    urls: urlsFor(Object.keys(values), isPresent ? page : entityFile(entity)),
    ...(!isPresent && { isEmpty: true }),
  };
}
