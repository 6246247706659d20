import { hashJson } from '@atrium/backend-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { TECHDOCS_ANNOTATION } from '@backstage/plugin-techdocs-common';
import {
  TECHDOCS_ENGINE_CATALOG_ANNOTATION_KEY as ENGINE_ANNOTATION,
  getLocationForEntity,
} from '@backstage/plugin-techdocs-node';
import type { DiscoveredSite } from './PrebuildStore';
import { repositoryUrl } from './repositoryUrl';

/** Annotations that decide what is built, and with what. */
const DECIDING_ANNOTATIONS = [
  TECHDOCS_ANNOTATION,
  ENGINE_ANNOTATION,
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
];

export interface DiscoverSitesOptions {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  integrations: ScmIntegrationRegistry;
  /** Only sites that this engine renders are discovered. */
  engine: string;
  defaultEngine: string | undefined;
}

function fingerprint({ metadata }: Entity): string {
  const parts = [
    metadata.uid,
    ...DECIDING_ANNOTATIONS.map(name => metadata.annotations?.[name]),
  ];
  return hashJson(parts);
}

function repositoryOf(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): string | undefined {
  try {
    const { type, target } = getLocationForEntity(entity, integrations);
    return type === 'url' ? repositoryUrl(target) : undefined;
  } catch {
    // The build says what is wrong with the annotation.
    return undefined;
  }
}

/** Asks the catalog which entities have documentation of this engine. */
export async function discoverSites(
  options: DiscoverSitesOptions,
): Promise<DiscoveredSite[]> {
  const { catalog, credentials, integrations, engine, defaultEngine } = options;
  const pages = catalog.streamEntities(
    {
      query: {
        [`metadata.annotations.${TECHDOCS_ANNOTATION}`]: { $exists: true },
      },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.uid',
        'metadata.annotations',
      ],
    },
    { credentials },
  );
  const sites: DiscoveredSite[] = [];
  for await (const entities of pages) {
    for (const entity of entities) {
      const annotations = entity.metadata.annotations ?? {};
      if ((annotations[ENGINE_ANNOTATION] ?? defaultEngine) === engine) {
        sites.push({
          entityRef: stringifyEntityRef(entity),
          fingerprint: fingerprint(entity),
          repositoryUrl: repositoryOf(entity, integrations),
        });
      }
    }
  }
  return sites;
}
