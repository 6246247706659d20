import { z } from 'zod';
import type { PortalApi } from '../portal/PortalApi.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { listComponents } from './listComponents.ts';
import type { PortalComponent } from './listComponents.ts';
import type { SampleData } from './SampleDataSender.ts';

export interface RepeatedSampleOptions {
  api: Pick<PortalApi, 'request'>;
  /** How many components the sample repositories have. */
  componentCount: number;
  /** Remembers when they were told last. */
  file: string;
  now?: () => Date;
}

/** What is told of the components, and when. */
export interface Telling {
  components: PortalComponent[];
  at: Date;
  /** Whether the portal was told nothing before. */
  isFirst: boolean;
  signal: AbortSignal;
}

interface Sample {
  name: string;
  /** Answers nothing where the portal does not know yet what it is told about. */
  tell(telling: Telling): Promise<string | undefined>;
}

const stateSchema = z.object({ sentAt: z.iso.datetime() });

/** What is told counts for a day or more; it is told again long before that. */
const resendMs = 6 * 3_600_000;

/** What others tell the portal of components, again each quarter of a day. */
export class RepeatedSample implements SampleData {
  readonly name: string;
  readonly isOngoing = true;
  readonly #options: Required<RepeatedSampleOptions>;
  readonly #sample: Sample;
  #isComplete = false;

  constructor(sample: Sample, options: RepeatedSampleOptions) {
    this.name = sample.name;
    this.#sample = sample;
    this.#options = { now: () => new Date(), ...options };
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  async send(signal: AbortSignal): Promise<string | undefined> {
    const { api, componentCount, file, now } = this.#options;
    const state = readJsonFile(file, stateSchema);
    const at = now();
    if (state && at.getTime() - Date.parse(state.sentAt) < resendMs) {
      this.#isComplete = true;
      return undefined;
    }
    const components = await listComponents(api, signal);
    if (components.length < componentCount) {
      return undefined;
    }
    const isFirst = state === undefined;
    const answer = await this.#sample.tell({ components, at, isFirst, signal });
    if (answer !== undefined) {
      writeJsonFile(file, { sentAt: at.toISOString() });
      this.#isComplete = true;
    }
    return answer;
  }
}
