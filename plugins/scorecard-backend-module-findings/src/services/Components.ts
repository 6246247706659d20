import {
  type EntityScope,
  readEntitiesByRef,
  type ScopeOptions,
} from '@atrium/backend-common';
import { type Page, relationTargets } from '@atrium/common';
import type {
  ComponentQuery,
  ComponentUser,
} from '@atrium/plugin-scorecard-common';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ComponentStore, PackageFilter } from '../database/ComponentStore';
import { parsePackageUrl } from '../model/packageUrl';
import { parseVersionFilter } from '../model/versionFilter';

interface ComponentsOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  scope: Pick<EntityScope, 'getEntities'>;
  store: ComponentStore;
}

/** Answers who uses a package. */
export class Components {
  readonly #options: ComponentsOptions;

  constructor(options: ComponentsOptions) {
    this.#options = options;
  }

  /** The entities that the reader may see, in order, with their owners. */
  async list(
    query: ComponentQuery,
    options: ScopeOptions,
  ): Promise<Page<ComponentUser>> {
    const { catalog, scope, store } = this.#options;
    const { filter, version } = readPackage(query);
    const [entityRefs, versions] = await Promise.all([
      scope.getEntities(undefined, options),
      version === undefined ? undefined : this.#findVersions(filter, version),
    ]);
    const page = await store.list({ ...filter, versions, entityRefs }, query);
    const entities = await readEntitiesByRef(
      page.items.map(({ entityRef }) => entityRef),
      { catalog, credentials: options.credentials, fields: ['relations'] },
    );
    return {
      ...page,
      items: page.items.map(item => ({
        ...item,
        ownerRefs: relationTargets(
          entities.get(item.entityRef) ?? {},
          RELATION_OWNED_BY,
        ),
      })),
    };
  }

  async #findVersions(filter: PackageFilter, version: string) {
    const matches = parseVersionFilter(version);
    const known = await this.#options.store.listVersions(filter);
    return known
      .filter(one => matches(one.version, one.type))
      .map(one => one.version);
  }
}

function readPackage({ purl, name, version }: ComponentQuery): {
  filter: PackageFilter;
  version?: string;
} {
  if (purl === undefined) {
    return { filter: { name }, version };
  }
  const id = parsePackageUrl(purl);
  if (!id) {
    throw new InputError(
      "'purl': must be a package URL such as 'pkg:npm/lodash@4.17.20'",
    );
  }
  if (id.version !== undefined && version !== undefined) {
    throw new InputError("'version': the package URL has one already");
  }
  return { filter: { purl: id.purl }, version: id.version ?? version };
}
