import type {
  EntityParts,
  PartName,
} from '@atrium/plugin-entity-summary-common';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import { DeadlineError, withDeadline } from '../services/withDeadline';
import type { PartReader, PartReaders, ReadPartsOptions } from './PartReader';

/** What one plugin said of some entities, or why it said nothing. */
type Reading<Name extends PartName> =
  | {
      state: 'ready';
      values: Map<string, EntityParts[Name]>;
      /** Of which it could not say anything, as if it had failed for them alone. */
      unknownRefs: ReadonlySet<string>;
    }
  | { state: 'hidden' }
  | { state: 'unavailable'; reason: 'failed' | 'late' };

/** What all plugins said. */
export type Readings = { [Name in PartName]?: Reading<Name> };

interface PartsReaderOptions {
  readers: PartReaders;
  /** How long each plugin may take. */
  deadlineMs: number;
  /** Told of each that failed or was late. */
  onFailure(part: PartName, error: unknown): void;
}

/** Asks the plugins all at once; who fails or is late holds up nobody. */
export class PartsReader {
  readonly #options: PartsReaderOptions;

  constructor(options: PartsReaderOptions) {
    this.#options = options;
  }

  /** @param wanted - of which entities which parts are asked */
  async read(
    wanted: { [Name in PartName]?: string[] },
    options: ReadPartsOptions,
  ): Promise<Readings> {
    const { readers } = this.#options;
    const readings: Readings = {};
    const ask = async <Name extends PartName>(name: Name) => {
      const refs = wanted[name];
      if (refs && refs.length > 0) {
        readings[name] = (await this.#readPart(name, () =>
          readers[name](refs, options),
        )) as Readings[Name];
      }
    };
    await Promise.all([
      ask('delivery'),
      ask('slo'),
      ask('runtime'),
      ask('provisioning'),
      ask('level'),
      ask('cost'),
      ask('findings'),
    ]);
    return readings;
  }

  async #readPart<Name extends PartName>(
    name: Name,
    read: () => ReturnType<PartReader<Name>>,
  ): Promise<Reading<Name>> {
    const { deadlineMs, onFailure } = this.#options;
    try {
      const answer = await withDeadline(read(), deadlineMs);
      const { values, unknownRefs } =
        answer instanceof Map ? { values: answer, unknownRefs: [] } : answer;
      if (unknownRefs.length > 0) {
        onFailure(
          name,
          new ServiceUnavailableError(
            `Nothing is known of ${unknownRefs.length} entities`,
          ),
        );
      }
      return { state: 'ready', values, unknownRefs: new Set(unknownRefs) };
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        return { state: 'hidden' };
      }
      onFailure(name, error);
      const reason = error instanceof DeadlineError ? 'late' : 'failed';
      return { state: 'unavailable', reason };
    }
  }
}
