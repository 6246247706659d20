import { relationTargets } from '@atrium/common';
import { loginAnnotationOf } from '@atrium/backend-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CommitStatusStore } from '../database/CommitStatusStore';
import type { ProblemPlace } from './FoundProblem';

interface PusherFinderOptions {
  auth: AuthService;
  catalog: CatalogService;
  integrations: ScmIntegrationRegistry;
  statuses: Pick<CommitStatusStore, 'findPusher'>;
}

/**
 * Finds who pushed to a branch last.
 *
 * @remarks By the account that the host names in its signed event and the
 * catalog names as that person's. The author of a commit may be anybody, as git
 * takes whatever its user writes there.
 */
export class PusherFinder {
  readonly #options: PusherFinderOptions;

  constructor(options: PusherFinderOptions) {
    this.#options = options;
  }

  /** Their teams, and the person themselves last; none where it is unknown. */
  async find({ repositoryUrl, branch }: ProblemPlace): Promise<string[]> {
    const { auth, catalog, integrations, statuses } = this.#options;
    const type = repositoryUrl && integrations.byUrl(repositoryUrl)?.type;
    const annotation = type && loginAnnotationOf(type);
    if (!repositoryUrl || !branch || !annotation) {
      return [];
    }
    const login = await statuses.findPusher({ repositoryUrl, branch });
    if (!login) {
      return [];
    }
    const { items } = await catalog.getEntities(
      {
        filter: { kind: 'user', [`metadata.annotations.${annotation}`]: login },
      },
      // A person hears of their push, whoever may see them.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    // Two who claim one account are not trusted with it.
    return items.length === 1
      ? [
          ...relationTargets(items[0], RELATION_MEMBER_OF).sort(),
          stringifyEntityRef(items[0]),
        ]
      : [];
  }
}
