import type { ImportState } from '@atrium/plugin-cost-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { ImportConfig, SourceConfig } from '../../config/readImportConfig';
import type { ImportStore } from '../database/ImportStore';
import type { OpenCostDayStore } from '../database/OpenCostDayStore';
import type { SourceStore } from '../database/SourceStore';
import type { ImportRunner } from '../ImportRunner';
import { createWorkFolder, removeWorkFolder } from '../WorkFolder';
import type {
  ChargeSource,
  FetchedDelivery,
  SourceDelivery,
} from './ChargeSource';
import { createSource } from './createSource';
import {
  isKnownVersion,
  type ReadingOptions,
  toKeptVersion,
} from './isKnownVersion';
import { TakenMonths } from './TakenMonths';

interface SourcesTaskOptions {
  config: Pick<ImportConfig, 'maxUnpackedBytes' | 'sources'>;
  imports: ImportStore;
  logger: LoggerService;
  openCostDays: OpenCostDayStore;
  runner: ImportRunner;
  sources: SourceStore;
}

interface AskedSource {
  name: string;
  config: SourceConfig;
  source: ChargeSource;
}

/** OpenCost works out each answer, and a day is asked for once it is over. */
const OPENCOST_PAUSE_MS = 6 * 3_600_000;

/** Looks for new deliveries of the sources, one source after the other. */
export class SourcesTask {
  readonly #options: SourcesTaskOptions;
  readonly #asked: AskedSource[];

  constructor(options: SourcesTaskOptions) {
    this.#options = options;
    this.#asked = [...options.config.sources].flatMap(([name, config]) => {
      const source = createSource({ ...options, config, name });
      return source ? [{ name, config, source }] : [];
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    const { logger, sources } = this.#options;
    for (const asked of this.#asked) {
      if (signal.aborted) {
        return;
      }
      if (await this.#isTooEarly(asked)) {
        continue;
      }
      try {
        await this.#bringIn(asked, signal);
        await sources.markLookedAt(asked.name);
      } catch (error) {
        await sources.markLookedAt(
          asked.name,
          isError(error) ? error.message : 'unknown reason',
        );
        logger.warn('A source of bills cannot be read', {
          source: asked.name,
          error: stringifyError(error),
        });
      }
    }
  }

  async #isTooEarly({ config, name }: AskedSource): Promise<boolean> {
    if (config.kind !== 'opencost') {
      return false;
    }
    const last = await this.#options.sources.findLastSuccess(name);
    return (
      last !== undefined && last.getTime() > Date.now() - OPENCOST_PAUSE_MS
    );
  }

  async #bringIn(asked: AskedSource, signal: AbortSignal): Promise<void> {
    const { imports } = this.#options;
    const reading = this.#readingOf(asked);
    let known = await imports.listLast(asked.name);
    const takenMonths = new TakenMonths();
    for (const delivery of await asked.source.list(signal)) {
      const last = known.get(delivery.name);
      const isKnown = isKnownVersion(delivery.version, last, reading);
      if (!isKnown || takenMonths.hasTakenFrom(last)) {
        if (signal.aborted) {
          return;
        }
        await this.#fetch(asked, delivery);
        known = await imports.listLast(asked.name);
      }
      takenMonths.add(known.get(delivery.name));
    }
  }

  async #fetch(asked: AskedSource, delivery: SourceDelivery): Promise<void> {
    const { name, version } = delivery;
    const fetched = await delivery.fetch();
    try {
      const isInForce =
        version === undefined &&
        (fetched.files.length === 0 ||
          (await this.#options.imports.findInForce(
            asked.name,
            fetched.contentHash,
          )));
      const state = isInForce
        ? 'unchanged'
        : await this.#import(asked, { ...fetched, name, version });
      if (state === 'imported' || state === 'unchanged') {
        await fetched.markInForce?.();
      }
    } finally {
      await fetched.close();
    }
  }

  async #import(
    asked: AskedSource,
    delivery: FetchedDelivery & { name: string; version: string | undefined },
  ): Promise<ImportState> {
    const { imports, runner } = this.#options;
    const { contentHash, files, name, version } = delivery;
    const { name: source } = asked;
    const reading = this.#readingOf(asked);
    const { format } = reading;
    const importId = await imports.create({
      ...{ source, name, format, contentHash },
      version: version && toKeptVersion(version, reading),
      requestedBy: undefined,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    });
    const folder = await createWorkFolder();
    try {
      return await runner.run({
        ...{ importId, source, contentHash, files, folder },
        ...reading,
      });
    } finally {
      await removeWorkFolder(folder);
    }
  }

  #readingOf({ config }: AskedSource): ReadingOptions {
    return {
      format: 'format' in config ? config.format : 'opencost',
      focusVersion: 'focusVersion' in config ? config.focusVersion : undefined,
      maxUnpackedBytes: this.#options.config.maxUnpackedBytes,
    };
  }
}
