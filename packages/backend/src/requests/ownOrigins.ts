import { readHttpServerOptions } from '@backstage/backend-defaults/rootHttpRouter';
import type { RootConfigService } from '@backstage/backend-plugin-api';

/** Where the plugins of this backend find each other. */
export function ownOrigins(config: RootConfigService): string[] {
  const { listen } = readHttpServerOptions(config.getConfig('backend'));
  const protocol = config.has('backend.https') ? 'https' : 'http';
  return [
    new URL(config.getString('backend.baseUrl')).origin,
    ...['localhost', '127.0.0.1', listen.host]
      .filter(host => host !== '' && !host.includes(':'))
      .map(host => `${protocol}://${host}:${listen.port}`),
  ];
}
