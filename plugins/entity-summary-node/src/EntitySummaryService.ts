import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf entity-summary is asked: a user sees what the catalog shows them. */
export interface EntitySummaryServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask entity-summary. */
export interface EntitySummaryService {
  /**
   * What is known at a glance of any number of entities, in the order asked. Those
   * that do not exist, or that one may not see, are left out.
   */
  getRows(
    entityRefs: string[],
    options: EntitySummaryServiceOptions,
  ): Promise<EntityRow[]>;
}
