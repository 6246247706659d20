import type {
  SloSource,
  SloSourcesExtensionPoint,
} from '@atrium/plugin-slo-node';
import { ConflictError } from '@backstage/errors';
import type { QuerySource } from '../definitions/QuerySource';
import { pushSource } from './pushSource';

/** The sources that modules have added, by type. */
export class SourceRegistry implements SloSourcesExtensionPoint {
  readonly #sources = new Map<string, SloSource>();

  addSource(source: SloSource): void {
    if (this.queried.has(source.type)) {
      throw new ConflictError(
        `A source of SLO counts of type '${source.type}' was added already`,
      );
    }
    this.#sources.set(source.type, source);
  }

  /** Those that are asked for counts. */
  get all(): ReadonlyMap<string, SloSource> {
    return this.#sources;
  }

  /** Those that queries may name, with the counts that come by themselves. */
  get queried(): ReadonlyMap<string, QuerySource> {
    return new Map<string, QuerySource>([
      ...this.#sources,
      [pushSource.type, pushSource],
    ]);
  }
}
