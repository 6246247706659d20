import { ConfigReader } from '@backstage/config';
import type { OpenRepositoryOptions } from '../GitHost';
import { GitHosts } from '../GitHosts';

interface GiteaOptions {
  baseUrl?: string;
  username?: string;
  password?: string;
  fullName?: string;
}

/** A repository on a Gitea, by default that of `acme/shop`. */
export function openGiteaRepository(options: GiteaOptions = {}) {
  const {
    baseUrl = 'https://git.acme.example',
    username,
    password = 'token',
    fullName = 'acme/shop',
  } = options;
  const { host } = new URL(baseUrl);
  return GitHosts.fromConfig(
    new ConfigReader({
      integrations: { gitea: [{ host, baseUrl, username, password }] },
    }),
  ).gitea.open({ fullName, url: `${baseUrl}/${fullName}` });
}

/** The repository `acme/shop` on GitHub, with the token `ghs_1`. */
export function openGithubRepository(options?: OpenRepositoryOptions) {
  return GitHosts.fromConfig(
    new ConfigReader({
      integrations: { github: [{ host: 'github.com', token: 'ghs_1' }] },
    }),
  ).github.open(
    { fullName: 'acme/shop', url: 'https://github.com/acme/shop' },
    options,
  );
}
