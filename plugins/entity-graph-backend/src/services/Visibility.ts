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
    return refs.length === 0 || (await this.canSeeAll())
      ? refs
      : this.#visible.filter(refs, { credentials: this.#credentials });
  }

  /** Whether nothing is hidden from the person. */
  async canSeeAll(): Promise<boolean> {
    return this.#visible.canSeeAll({ credentials: this.#credentials });
  }
}
