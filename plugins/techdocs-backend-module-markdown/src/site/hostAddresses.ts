import { ConfigReader } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { ScmIntegrations } from '@backstage/integration';

/** Where the git hosts of this portal are, without what opens them. */
export type HostAddresses = Record<string, Record<string, string>[]>;

const ADDRESS_KEYS = ['host', 'baseUrl', 'apiBaseUrl', 'gitilesBaseUrl'];

/** Takes the addresses from the integrations and leaves the secrets. */
export function hostAddresses(
  integrations: ScmIntegrationRegistry,
): HostAddresses {
  const groups = {
    azure: integrations.azure,
    bitbucketCloud: integrations.bitbucketCloud,
    bitbucketServer: integrations.bitbucketServer,
    gerrit: integrations.gerrit,
    gitea: integrations.gitea,
    github: integrations.github,
    gitlab: integrations.gitlab,
    harness: integrations.harness,
  };
  return Object.fromEntries(
    Object.entries(groups).map(([type, group]) => [
      type,
      group.list().map(({ config }) => {
        const known = Object.entries(config).filter(
          (entry): entry is [string, string] =>
            ADDRESS_KEYS.includes(entry[0]) && typeof entry[1] === 'string',
        );
        return Object.fromEntries(known);
      }),
    ]),
  );
}

/** Integrations that can tell addresses and nothing else. */
export function integrationsOf(hosts: HostAddresses): ScmIntegrationRegistry {
  return ScmIntegrations.fromConfig(new ConfigReader({ integrations: hosts }));
}
