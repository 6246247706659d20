import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** The part of a stock Gitea discovery provider that tells what it covers. */
export interface GiteaProvider {
  id: string;
  host: string;
  organization: string;
  branch: string;
  catalogPath: string;
}

/** What {@link readGiteaEventsConfig} reads. */
interface GiteaEventsConfig {
  providers: GiteaProvider[];
}

/**
 * Reads which discovery providers there are, with the defaults of the stock
 * module, and refuses a catalog that would not listen.
 */
export function readGiteaEventsConfig(
  config: RootConfigService,
): GiteaEventsConfig {
  const root = config.getOptionalConfig('catalog.providers.gitea');
  if (root && !isListening(config)) {
    throw new InputError(
      "'catalog.scmEvents' must be true: without it the catalog does not listen to pushes",
    );
  }

  const providers = (root?.keys() ?? []).map(id => {
    const provider = config.getConfig(`catalog.providers.gitea.${id}`);
    return {
      id,
      host: provider.getString('host').toLowerCase(),
      organization: provider.getString('organization').toLowerCase(),
      branch: provider.getOptionalString('branch') ?? 'main',
      catalogPath:
        provider.getOptionalString('catalogPath') ?? 'catalog-info.yaml',
    };
  });
  return { providers };
}

function isListening(config: RootConfigService): boolean {
  const scmEvents = config.getOptional('catalog.scmEvents');
  return (
    scmEvents === true ||
    (typeof scmEvents === 'object' &&
      config.getOptionalBoolean('catalog.scmEvents.refresh') !== false)
  );
}
