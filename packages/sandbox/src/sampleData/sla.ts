import { z } from 'zod';
import { readFixture } from '../readFixture.ts';
import { readJsonFile } from '../readJsonFile.ts';
import type { PortalApi } from '../portal/PortalApi.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import type { SampleData } from './SampleDataSender.ts';

export interface SampleAgreementsOptions {
  api: Pick<PortalApi, 'request'>;
  now: Date;
  /** Remembers what was taken, so that what people delete stays away. */
  file: string;
}

const agreementsSchema = z.array(z.looseObject({ name: z.string() }));

/** What was promised to customers, written down once the portal knows the SLOs. */
export class SampleAgreements implements SampleData {
  readonly name = 'agreements';
  readonly #options: SampleAgreementsOptions;
  #isComplete = false;

  constructor(options: SampleAgreementsOptions) {
    this.#options = options;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  async send(signal: AbortSignal): Promise<undefined> {
    const { api, now, file } = this.#options;
    const lastMonth = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1);
    const validFrom = new Date(lastMonth).toISOString().slice(0, 10);
    const taken = readJsonFile(file, z.array(z.string())) ?? [];
    for (const agreement of readFixture(
      'sampleData/agreements.yaml',
      agreementsSchema,
    )) {
      if (!taken.includes(agreement.name)) {
        await api.request('/api/sla/agreements', {
          method: 'POST',
          body: { ...agreement, validFrom },
          signal,
        });
        taken.push(agreement.name);
        writeJsonFile(file, taken);
      }
    }
    this.#isComplete = true;
  }
}
