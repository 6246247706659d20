import type { Page } from '@atrium/common';
import type {
  EntityProblemCounts,
  Problem,
  ProblemQuery,
  ProblemSubject,
} from '@atrium/plugin-catalog-health-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf catalog-health is asked. */
export interface CatalogHealthServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask catalog-health. */
export interface CatalogHealthService {
  /**
   * How many problems each of some entities has, in the order asked. Takes
   * credentials of a plugin only.
   */
  countProblems(
    subjects: ProblemSubject[],
    options: CatalogHealthServiceOptions,
  ): Promise<EntityProblemCounts[]>;
  /**
   * The problems of files that concern somebody: those of their own teams, or of
   * all for who may read these. Takes credentials of a user only.
   */
  getProblems(
    query: Partial<ProblemQuery>,
    options: CatalogHealthServiceOptions,
  ): Promise<Page<Problem>>;
}
