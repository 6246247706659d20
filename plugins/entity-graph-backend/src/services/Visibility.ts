import type { VisibleEntities } from '@atrium/backend-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Leaves out what one person may not see. */
export class Visibility {
  readonly #visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
  readonly #credentials: BackstageCredentials;

  constructor(
    visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>,
    credentials: BackstageCredentials,
  ) {
    this.#visible = visible;
    this.#credentials = credentials;
  }

  /** Those of some entities that the person may see, once each, in order. */
  async filter(entityRefs: readonly string[]): Promise<string[]> {
    const refs = [...new Set(entityRefs)];
    const options = { credentials: this.#credentials };
    return refs.length === 0 || (await this.#visible.canSeeAll(options))
      ? refs
      : this.#visible.filter(refs, options);
  }
}
