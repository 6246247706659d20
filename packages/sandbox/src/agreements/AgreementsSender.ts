import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { PortalError } from '../simulators/PortalSlos.ts';
import type { PortalSlos } from '../simulators/PortalSlos.ts';
import type { SampleAgreement } from './sampleAgreements.ts';

export interface AgreementsSenderOptions {
  portal: Pick<PortalSlos, 'agree'>;
  agreements: SampleAgreement[];
  /** Remembers what was taken, so that what people delete stays away. */
  file: string;
  /** Between attempts while the portal does not know the SLOs yet. */
  retryMs?: number;
  log?: (message: string) => void;
}

const takenSchema = z.array(z.string());

/** The portal does not know the SLO yet. */
const notFound = 404;

/** Writes the sample agreements down in the portal, once. */
export class AgreementsSender {
  readonly #options: Required<AgreementsSenderOptions>;
  readonly #abort = new AbortController();

  constructor(options: AgreementsSenderOptions) {
    this.#options = {
      retryMs: 10_000,
      log: message => process.stderr.write(`sample agreements: ${message}\n`),
      ...options,
    };
  }

  /** Ends when all are taken, or one is refused. */
  async run(): Promise<void> {
    const { agreements, retryMs, log } = this.#options;
    const { signal } = this.#abort;
    const taken = new Set(this.#readTaken());
    while (!signal.aborted) {
      try {
        for (const agreement of agreements) {
          if (!taken.has(agreement.name)) {
            await this.#options.portal.agree(agreement, signal);
            taken.add(agreement.name);
            this.#saveTaken([...taken]);
          }
        }
        return;
      } catch (error) {
        if (
          error instanceof PortalError &&
          error.isFinal &&
          error.status !== notFound
        ) {
          log(`not taken: ${error.message}`);
          return;
        }
      }
      await wait(retryMs, undefined, { signal }).catch(() => {});
    }
  }

  close(): void {
    this.#abort.abort();
  }

  #readTaken(): string[] {
    try {
      return takenSchema.parse(
        JSON.parse(fs.readFileSync(this.#options.file, 'utf8')),
      );
    } catch {
      // Missing on the first start.
      return [];
    }
  }

  #saveTaken(names: string[]): void {
    const { file } = this.#options;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(names));
  }
}
