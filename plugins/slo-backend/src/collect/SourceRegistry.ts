import type {
  SloSource,
  SloSourcesExtensionPoint,
} from '@atrium/plugin-slo-node';
import { ConflictError } from '@backstage/errors';

/** The sources that modules have added, by type. */
export class SourceRegistry implements SloSourcesExtensionPoint {
  readonly #sources = new Map<string, SloSource>();

  addSource(source: SloSource): void {
    if (this.#sources.has(source.type)) {
      throw new ConflictError(
        `A source of SLO counts of type '${source.type}' was added already`,
      );
    }
    this.#sources.set(source.type, source);
  }

  get all(): ReadonlyMap<string, SloSource> {
    return this.#sources;
  }
}
