import { EntityOrigins } from '@atrium/backend-common';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { RepositoryRule } from '../config/readRepositoryRules';
import { buildEntityIndex } from '../services/catalog/buildEntityIndex';
import { RepositoryClaims } from '../services/catalog/RepositoryClaims';

/** The git hosts of the sample organisation. */
export const sampleIntegrations = {
  github: [{ host: 'github.com' }],
  gitlab: [
    {
      host: 'gitlab.acme.example',
      apiBaseUrl: 'https://gitlab.acme.example/api/v4',
    },
  ],
  gitea: [{ host: 'git.acme.example' }, { host: 'mirror.acme.example' }],
};

/** What the catalog says, to whom belong the repositories that it is read from. */
export function sampleIndex(
  entities: Entity[] = [],
  rules: RepositoryRule[] = [],
) {
  return buildEntityIndex(
    entities,
    new RepositoryClaims({
      origins: EntityOrigins.fromConfig(
        new ConfigReader({ integrations: sampleIntegrations }),
      ),
      rules,
    }),
  );
}

/** A component whose file lies at an address, with an annotation that says so. */
export function sampleComponent(
  name: string,
  file: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `url:${file}`,
        'backstage.io/managed-by-origin-location': `url:${file}`,
        'backstage.io/source-location': `url:${file.slice(
          0,
          file.lastIndexOf('/') + 1,
        )}`,
        ...annotations,
      },
    },
  };
}
