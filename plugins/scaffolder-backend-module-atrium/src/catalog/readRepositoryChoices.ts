import type { Config } from '@backstage/config';

/** What the repository fields of templates offer. */
export interface RepositoryChoices {
  hosts: string[];
  owners: string[];
}

/**
 * Reads the repository choices.
 *
 * @remarks
 *
 * The integrations themselves always know the public hosts, configured or
 * not, so the hosts are taken from what the config spells out.
 */
export function readRepositoryChoices(config: Config): RepositoryChoices {
  const choices = config.getOptionalConfig('scaffolder.repositories');
  return {
    hosts: choices?.getOptionalStringArray('hosts') ?? [
      ...readHosts(config, 'integrations.gitea'),
      ...readHosts(config, 'integrations.github', 'github.com'),
    ],
    owners: choices?.getOptionalStringArray('owners') ?? [],
  };
}

function readHosts(config: Config, key: string, defaultHost?: string) {
  const hosts = (config.getOptionalConfigArray(key) ?? []).map(
    integration => integration.getOptionalString('host') ?? defaultHost,
  );
  return [...new Set(hosts.filter(host => host !== undefined))];
}
