import type {
  DeliveryEventsExtensionPoint,
  DeliveryEventSink,
  DeliveryEventSource,
  DeliveryRunController,
} from '@atrium/plugin-delivery-node';
import { ConflictError, ForwardedError } from '@backstage/errors';

/** The sources that modules have added. */
export class EventSources implements DeliveryEventsExtensionPoint {
  readonly #sources = new Map<string, DeliveryEventSource>();

  addSource(source: DeliveryEventSource): void {
    if (this.#sources.has(source.id)) {
      throw new ConflictError(
        `A source of delivery events with the id '${source.id}' was added already`,
      );
    }
    this.#sources.set(source.id, source);
  }

  /** Those who can start runs again. */
  get runControllers(): DeliveryRunController[] {
    return [...this.#sources.values()].flatMap(
      ({ runController }) => runController ?? [],
    );
  }

  /** Lets the sources begin. */
  async start(sink: DeliveryEventSink): Promise<void> {
    for (const source of this.#sources.values()) {
      try {
        await source.start(sink);
      } catch (error) {
        throw new ForwardedError(
          `The source of delivery events '${source.id}' did not start`,
          error,
        );
      }
    }
  }
}
