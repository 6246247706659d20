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

  /**
   * In the order of the refs, without those that the caller cannot see or whose
   * repository does not tell.
   */
  async list(
    entityRefs: string[],
    caller: ProposalCaller,
  ): Promise<FirstPage[]> {
    const { catalog, origins, proposals } = this.#options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials: caller.credentials },
    );
    // Entities of one repository are asked about once. One that is gone, or does not
    // answer, says nothing, and the others are told of.
    const refusals = new Map<string, Promise<boolean | undefined>>();
    const isRefused = (repository: string, url: string) => {
      const asked =
        refusals.get(repository) ??
        proposals.isRefused(url, caller).catch(() => undefined);
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
        const refused = await isRefused(origin.repository, url);
        return refused === undefined
          ? []
          : [{ entityRef, repository: `${owner}/${name}`, isTaken: !refused }];
      }),
    );
    return found.flat();
  }
}
