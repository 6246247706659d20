import type {
  EntityOrigins,
  FileProposals,
  ProposalCaller,
} from '@atrium/backend-common';
import type { FirstPage } from '@atrium/plugin-techdocs-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';

interface FirstPagesOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  origins: Pick<EntityOrigins, 'find'>;
  proposals: Pick<FileProposals, 'isRefused'>;
}

/** Knows from whom repositories take the first page of an entity. */
export class FirstPages {
  readonly #options: FirstPagesOptions;

  constructor(options: FirstPagesOptions) {
    this.#options = options;
  }

  /** In the order of the refs, without those that the caller cannot see. */
  async list(
    entityRefs: string[],
    caller: ProposalCaller,
  ): Promise<FirstPage[]> {
    const { catalog, origins, proposals } = this.#options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials: caller.credentials },
    );
    // Entities of one repository are asked about once.
    const refusals = new Map<string, Promise<boolean>>();
    const isRefused = (repository: string, url: string) => {
      const asked =
        refusals.get(repository) ?? proposals.isRefused(url, caller);
      refusals.set(repository, asked);
      return asked;
    };
    const found = await Promise.all(
      items.map(async (entity, index): Promise<FirstPage[]> => {
        if (!entity) {
          return [];
        }
        const entityRef = entityRefs[index];
        const origin = origins.find(entity);
        if (!origin) {
          return [{ entityRef, isTaken: false }];
        }
        const { owner, name, url } = origin;
        return [
          {
            entityRef,
            repository: `${owner}/${name}`,
            isTaken: !(await isRefused(origin.repository, url)),
          },
        ];
      }),
    );
    return found.flat();
  }
}
