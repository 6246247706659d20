import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';
import type {
  AddressPattern,
  RepositoryAddresses,
} from './RepositoryAddresses';
import { noAddresses } from './RepositoryAddresses';

/** Stands for the path of any file, to see where addresses have it. */
const SAMPLE_PATH = 'atrium-sample/page-0.md';

/** Hosts whose commits are at `/owner/name/commit/id`. */
const HOSTS_WITH_COMMITS = ['gitea', 'github'];

function patternOf(address: string | undefined): AddressPattern | undefined {
  for (const isInQuery of [false, true]) {
    const path = isInQuery ? encodeURIComponent(SAMPLE_PATH) : SAMPLE_PATH;
    const [before, after, ...more] = address?.split(path) ?? [];
    if (after !== undefined && more.length === 0) {
      return { before, after, isInQuery };
    }
  }
  return undefined;
}

/** A folder ends with a slash, also where it is the value of a parameter. */
function asFolder(url: string): string {
  return /(?:\/|%2F)$/i.test(url) ? url : `${url}/`;
}

/**
 * Asks the integrations where files of a repository are on their host.
 *
 * @remarks
 * Once for all files: they parse several addresses for each answer, and the
 * processes that build have neither their code nor their secrets.
 */
export function findRepositoryAddresses(
  integrations: ScmIntegrationRegistry,
  location: ParsedLocationAnnotation | undefined,
): RepositoryAddresses {
  if (location?.type !== 'url') {
    return noAddresses;
  }
  try {
    const { target } = location;
    const integration = integrations.byUrl(target);
    if (!integration) {
      return noAddresses;
    }
    const view = integration.resolveUrl({
      url: `./${SAMPLE_PATH}`,
      base: asFolder(target),
    });
    return {
      view: patternOf(view),
      edit: patternOf(integrations.resolveEditUrl(view)),
      root: HOSTS_WITH_COMMITS.includes(integration.type)
        ? /^https?:\/\/[^/]+\/[^/]+\/[^/]+/.exec(target)?.[0]
        : undefined,
    };
  } catch {
    // An address that the host would not have given has no neighbours.
    return noAddresses;
  }
}
