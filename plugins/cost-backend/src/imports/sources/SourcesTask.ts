import type { CostFormat } from '@atrium/plugin-cost-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { ImportConfig, SourceConfig } from '../../config/readImportConfig';
import type { ImportStore } from '../database/ImportStore';
import type { SourceStore } from '../database/SourceStore';
import type { ImportRunner } from '../ImportRunner';
import { createWorkFolder, removeWorkFolder } from '../WorkFolder';
import type { ChargeSource, FetchedDelivery } from './ChargeSource';
import { createSource } from './createSource';

interface SourcesTaskOptions {
  config: Pick<ImportConfig, 'maxUnpackedBytes' | 'sources'>;
  imports: ImportStore;
  logger: LoggerService;
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
      const source = createSource(config);
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
    const { name: source } = asked;
    const { imports } = this.#options;
    const known = await imports.listBroughtIn(source);
    // Deliveries come in the order of time: what an older one takes, newer ones take back.
    const taken = new Set<string>();
    for (const delivery of await asked.source.list(signal)) {
      const { name, version } = delivery;
      const before = known.get(name);
      const isDisplaced = before?.months.some(month => taken.has(month));
      if (
        version !== undefined &&
        before?.version === version &&
        !isDisplaced
      ) {
        continue;
      }
      if (signal.aborted) {
        return;
      }
      const fetched = await delivery.fetch();
      try {
        const isKnown =
          version === undefined &&
          (fetched.files.length === 0 ||
            (await imports.findInForce(source, fetched.contentHash)));
        if (!isKnown) {
          const months = await this.#import(asked, {
            ...fetched,
            name,
            version,
          });
          months.forEach(month => taken.add(month));
        }
      } finally {
        await fetched.close();
      }
    }
  }

  /** @returns the months that it has taken over */
  async #import(
    { config, name: source }: AskedSource,
    delivery: FetchedDelivery & { name: string; version: string | undefined },
  ): Promise<string[]> {
    const { config: limits, imports, runner } = this.#options;
    const { contentHash, files, name, version } = delivery;
    const format: CostFormat = 'format' in config ? config.format : 'opencost';
    const importId = await imports.create({
      ...{ source, name, format, contentHash, version },
      requestedBy: undefined,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    });
    const folder = await createWorkFolder();
    try {
      await runner.run({
        ...{ importId, source, format, contentHash, files, folder },
        focusVersion:
          'focusVersion' in config ? config.focusVersion : undefined,
        maxUnpackedBytes: limits.maxUnpackedBytes,
      });
    } finally {
      await removeWorkFolder(folder);
    }
    return imports.listMonths(importId);
  }
}
