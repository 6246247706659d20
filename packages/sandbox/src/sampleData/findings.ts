import { z } from 'zod';
import type { PortalApi } from '../portal/PortalApi.ts';
import { readFixture } from '../readFixture.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { listComponents } from './listComponents.ts';
import { planScans } from './security/planScans.ts';
import type { Scan } from './security/planScans.ts';
import { securitySchema } from './security/securityFixture.ts';
import type { SampleData } from './SampleDataSender.ts';

export interface SampleFindingsOptions {
  api: Pick<PortalApi, 'request'>;
  /** How many components the sample repositories have. */
  componentCount: number;
  /** Remembers what the portal has taken. */
  file: string;
  now?: () => Date;
}

/** What the scanners of the sample pipelines found, and what is in what they built. */
export class SampleFindings implements SampleData {
  readonly name = 'findings';
  readonly #options: Required<SampleFindingsOptions>;
  #isComplete = false;

  constructor(options: SampleFindingsOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  async send(signal: AbortSignal): Promise<string | undefined> {
    const { api, componentCount, file, now } = this.#options;
    const found = await listComponents(api, signal);
    if (found.length < componentCount) {
      return undefined;
    }
    const scans = planScans(found, {
      security: readFixture('sampleData/security.yaml', securitySchema),
      now: now(),
    });
    const sent = new Set(readJsonFile(file, z.array(z.string())));
    for (const scan of scans) {
      if (!sent.has(scan.key)) {
        await this.#upload(scan, signal);
        sent.add(scan.key);
        writeJsonFile(file, [...sent]);
      }
    }
    this.#isComplete = true;
    return `the portal has taken ${scans.length} reports`;
  }

  async #upload({ query, document }: Scan, signal: AbortSignal) {
    const path = `/api/scorecard/findings?${new URLSearchParams(query)}`;
    await this.#options.api.request(path, {
      method: 'POST',
      body: document,
      signal,
    });
  }
}
