import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';

/** Who reads all entities of some kinds. */
export interface EntityReader {
  /** In lower case. */
  kinds: string[];
  /** What is needed of an entity beside its ref; all there is without it. */
  fields?: string[];
  /** Is given one page after the other. */
  save(entities: Entity[]): Promise<void>;
  /** Ends it for this reader. */
  signal?: AbortSignal;
}

/** Asks the catalog, on behalf of all who read together. */
export type StreamEntities = (
  request: Pick<EntityReader, 'kinds' | 'fields'>,
) => AsyncIterable<Entity[]>;

interface WaitingReader extends EntityReader {
  resolve(): void;
  reject(error: unknown): void;
}

/** The tasks of several plugins begin as far apart after a start. */
const GATHER_MS = 3_000;

/**
 * Reads all entities once for those that want to at the same time, as after a start,
 * instead of once for each: at 10,000 entities a pass takes half a second of the
 * process, whatever is done with them.
 */
export class EntityPasses {
  readonly #gatherMs: number;
  #gathering: WaitingReader[] | undefined;

  constructor({ gatherMs = GATHER_MS }: { gatherMs?: number } = {}) {
    this.#gatherMs = gatherMs;
  }

  /**
   * Gives all entities of some kinds to a reader, after a moment in which others
   * may join. A reader that fails has the others go on.
   *
   * @param stream - is called for all where this reader is the first
   */
  async read(reader: EntityReader, stream: StreamEntities): Promise<void> {
    const readers = (this.#gathering ??= this.#gather(stream));
    await new Promise<void>((resolve, reject) => {
      readers.push({ ...reader, resolve, reject });
    });
  }

  #gather(stream: StreamEntities): WaitingReader[] {
    const readers: WaitingReader[] = [];
    setTimeout(() => {
      this.#gathering = undefined;
      void readTogether(readers, stream);
    }, this.#gatherMs);
    return readers;
  }
}

async function readTogether(
  readers: WaitingReader[],
  stream: StreamEntities,
): Promise<void> {
  const reading = new Set(readers);
  const dropEnded = () => {
    for (const reader of reading) {
      if (reader.signal?.aborted) {
        reading.delete(reader);
        reader.resolve();
      }
    }
  };
  // While they waited for each other, the process may have been told to stop.
  dropEnded();
  if (reading.size === 0) {
    return;
  }
  try {
    for await (const page of stream(joinRequests([...reading]))) {
      await Promise.all(
        [...reading].map(async reader => {
          try {
            await savePage(reader, page);
          } catch (error) {
            reading.delete(reader);
            reader.reject(error);
          }
        }),
      );
      dropEnded();
      if (reading.size === 0) {
        return;
      }
    }
    reading.forEach(reader => reader.resolve());
  } catch (error) {
    reading.forEach(reader => reader.reject(error));
  }
}

async function savePage(
  { kinds, save }: EntityReader,
  page: Entity[],
): Promise<void> {
  const entities = page.filter(({ kind }) =>
    kinds.includes(kind.toLocaleLowerCase('en-US')),
  );
  if (entities.length > 0) {
    await save(entities);
  }
}

/** What any of them needs. */
function joinRequests(readers: EntityReader[]) {
  const fields = readers.flatMap(reader => reader.fields ?? []);
  return {
    kinds: [...new Set(readers.flatMap(({ kinds }) => kinds))],
    fields: readers.every(reader => reader.fields)
      ? [...new Set(fields)]
      : undefined,
  };
}

/** The passes of this process, which all of its plugins share. */
export const entityPassesServiceRef = createServiceRef<EntityPasses>({
  id: 'atrium.entity-passes',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => new EntityPasses(),
    }),
});
