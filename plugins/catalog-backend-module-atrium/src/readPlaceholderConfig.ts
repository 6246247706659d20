import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = 'catalog.placeholders.repositories';

/** What {@link readPlaceholderConfig} reads. */
export interface PlaceholderConfig {
  /** Globs over `host/owner/name`, in lower case. */
  sharedRepositories: string[];
}

/** Reads which repositories any catalog file may include files of. */
export function readPlaceholderConfig(
  config: RootConfigService,
): PlaceholderConfig {
  const sharedRepositories = (config.getOptionalStringArray(KEY) ?? []).map(
    pattern => pattern.toLocaleLowerCase('en-US'),
  );
  for (const pattern of sharedRepositories) {
    const [host, owner, ...name] = pattern.split('/');
    if (!host || /[*?{[]/.test(host) || !owner || name.length === 0) {
      throw new InputError(
        `'${KEY}' has '${pattern}': it must name a host, an owner and a repository, such as 'github.com/acme/api-definitions'`,
      );
    }
  }
  return { sharedRepositories };
}
