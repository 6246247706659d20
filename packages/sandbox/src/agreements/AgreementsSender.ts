import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { PortalError } from '../PortalApi.ts';
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

/** Writes the sample agreements down in the portal, once. */
export class AgreementsSender {
  readonly #options: Required<AgreementsSenderOptions>;
  readonly #abort = new AbortController();
  #isComplete = false;

  constructor(options: AgreementsSenderOptions) {
    this.#options = {
      retryMs: 2_000,
      log: message => process.stderr.write(`sample agreements: ${message}\n`),
      ...options,
    };
  }

  /** Whether the portal has taken all of them. */
  get isComplete(): boolean {
    return this.#isComplete;
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
        this.#isComplete = true;
        return;
      } catch (error) {
        if (error instanceof PortalError && error.isFinal) {
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
