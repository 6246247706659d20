import {
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { findRepositoryAddress, isPlainAddress } from '@atrium/git-hosts';

/**
 * Set by the catalog: names the annotations that it took from an entity, as they
 * lead out of the repository that the entity comes from.
 */
export const REFUSED_ANNOTATIONS_ANNOTATION = 'atrium.dev/refused-annotations';

/** Read by the stock documentation plugin, with the rights of the portal. */
const TECHDOCS_ANNOTATION = 'backstage.io/techdocs-ref';

interface FindForeignAnnotationsOptions {
  /** The address of the file that the entity stands in. */
  file: string;
  integrations: ScmIntegrationRegistry;
}

/**
 * Names the annotations of an entity by which stock plugins would read from
 * another repository or branch than that of its file, or from the disk of the
 * portal.
 */
export function findForeignAnnotations(
  annotations: Record<string, unknown>,
  { file, integrations }: FindForeignAnnotationsOptions,
): string[] {
  const isOwn: Record<string, (ref: string) => boolean> = {
    [ANNOTATION_SOURCE_LOCATION]: isOwnSource,
    [TECHDOCS_ANNOTATION]: isOwnDocs,
  };
  return Object.keys(isOwn).filter(name => {
    const ref = annotations[name];
    return ref !== undefined && !(typeof ref === 'string' && isOwn[name](ref));
  });

  function isOwnSource(ref: string): boolean {
    const { type, target } = tryParseLocationRef(ref);
    return type === 'url' && isInSameRepository(target);
  }

  function isOwnDocs(ref: string): boolean {
    const { type, target } = tryParseLocationRef(ref);
    switch (type) {
      case 'url':
        return isInSameRepository(target);
      case 'dir':
        return isPathInside(target);
      default:
        return false;
    }
  }

  function isInSameRepository(url: string): boolean {
    const own = findRepositoryAddress(file, integrations);
    const other = findRepositoryAddress(url, integrations);
    if (own && other) {
      return own.repository === other.repository && own.branch === other.branch;
    }
    // Addresses of other hosts are not taken apart: what is below the folder
    // of the file is in its repository and branch, whatever the host.
    return (
      !own &&
      isPlainAddress(url, integrations) &&
      isBelow(url, integrations.resolveUrl({ url: './', base: file }))
    );
  }
}

function tryParseLocationRef(ref: string): { type: string; target: string } {
  try {
    return parseLocationRef(ref);
  } catch {
    return { type: '', target: '' };
  }
}

function isBelow(url: string, folder: string): boolean {
  // Only what stays as it is when it is read as an address.
  return URL.canParse(url) && new URL(url).href === url
    ? url.startsWith(folder) && !/%2f|%2e|%5c/i.test(url)
    : false;
}

/** Whether a path stays in the folder that it starts from, or its repository. */
function isPathInside(path: string): boolean {
  return (
    !path.split('/').includes('..') &&
    !/[\\\p{Cc}?#%:]/u.test(path) &&
    !path.startsWith('//')
  );
}
