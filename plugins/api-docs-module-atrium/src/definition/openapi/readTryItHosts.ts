import type { Config } from '@backstage/config';

const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

/** Reads the hosts to which requests may be tried out from the portal. */
export function readTryItHosts(config: Config): string[] {
  const hosts = config.getOptionalStringArray('app.apiDocs.tryIt.hosts') ?? [];
  return hosts.map(entry => {
    const host = entry.toLowerCase();
    if (!HOST.test(host)) {
      throw new Error(
        `'${entry}' in app.apiDocs.tryIt.hosts is not a host such as 'api.example.com', '*.staging.example.com' or 'localhost:8080'`,
      );
    }
    return host;
  });
}
