import type { RepositoryPush } from '@atrium/git-hosts';

const CATALOG_FILE = /(^|\/)catalog-info\.ya?ml$/i;

/** Whether a push added, modified or removed a file of the catalog. */
export function touchesCatalogFile({ commits }: RepositoryPush): boolean {
  return commits.some(({ addedPaths, modifiedPaths, removedPaths }) =>
    [...addedPaths, ...modifiedPaths, ...removedPaths].some(path =>
      CATALOG_FILE.test(path),
    ),
  );
}
