import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import type { PushStore } from '../database/PushStore';

/** A push shows in the catalog within seconds; later it may be another one. */
const MAX_AGE_MS = 15 * 60_000;

/**
 * Tells which commit a changed definition came with.
 *
 * @remarks The catalog does not know. The last push to the branch that an entity
 * is read from does, when it was not long ago.
 */
export class CommitFinder {
  readonly #pushes: PushStore;

  constructor(pushes: PushStore) {
    this.#pushes = pushes;
  }

  async find(entity: Entity): Promise<ApiVersion['commit']> {
    const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
    if (!location?.startsWith('url:')) {
      return undefined;
    }
    const url = location.slice('url:'.length);
    const since = new Date(Date.now() - MAX_AGE_MS);
    const pushes = await this.#pushes.listPushes(url, since);
    return pushes.find(push => url.includes(`/${push.branch}/`))?.commit;
  }
}
