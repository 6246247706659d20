import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { DocsSummary } from './docsSummary';

/** On whose behalf it is asked. */
export interface DocsServiceOptions {
  credentials: BackstageCredentials;
}

/** What other backends ask of documentation. */
export interface DocsService {
  /**
   * How the documentation of those of some entities is that the portal builds.
   * Takes credentials of a plugin only.
   */
  getSummaries(
    entityRefs: string[],
    options: DocsServiceOptions,
  ): Promise<DocsSummary[]>;
}
