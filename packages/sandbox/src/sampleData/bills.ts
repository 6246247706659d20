import { z } from 'zod';
import type { PersonaSessions } from '../portal/PersonaSessions.ts';
import type { PortalApi } from '../portal/PortalApi.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { billers } from './bills/billFixture.ts';
import { BillFiles } from './bills/BillFiles.ts';
import type { BillTime } from './bills/BillTime.ts';
import { formatDay, toDay } from './bills/days.ts';
import type { SampleData } from './SampleDataSender.ts';

interface Sessions {
  open(
    ...parameters: Parameters<PersonaSessions['open']>
  ): Promise<Pick<PortalApi, 'request'>>;
}

export interface SampleBillsOptions {
  sessions: Sessions;
  /** Has a folder for each provider, from which the portal reads. */
  folder: string;
  /** Remembers since when there are bills, and until when. */
  file: string;
  now?: () => Date;
}

const stateSchema = z.object({
  startedOn: z.number().int(),
  until: z.number().int(),
});

const sourcesSchema = z.object({
  items: z.array(
    z.object({ name: z.string(), lastDay: z.string().optional() }),
  ),
});

/**
 * The bills of the cloud providers of the sample organisation, and every day those of
 * the month anew. The portal fetches them by itself, as it does anywhere.
 */
export class SampleBills implements SampleData {
  readonly name = 'bills';
  readonly isOngoing = true;
  readonly #options: Required<SampleBillsOptions>;
  /** Until when this process made sure that there are files. */
  #writtenUntil: number | undefined;
  #isComplete = false;

  constructor(options: SampleBillsOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  async send(signal: AbortSignal): Promise<string | undefined> {
    const { file, folder, now } = this.#options;
    const until = toDay(now());
    if (this.#writtenUntil !== until) {
      const state = readJsonFile(file, stateSchema);
      const time: BillTime = { startedOn: state?.startedOn ?? until, until };
      const writtenUntil = state?.until;
      await new BillFiles(folder).write(time, { writtenUntil, signal });
      writeJsonFile(file, time);
      this.#writtenUntil = until;
    }
    if (this.#isComplete || !(await this.#isRead(until - 1, signal))) {
      return undefined;
    }
    this.#isComplete = true;
    return 'the portal has read the bills of all providers';
  }

  /** Who keeps the cloud budget sees how far each provider is. */
  async #isRead(day: number, signal: AbortSignal): Promise<boolean> {
    const api = await this.#options.sessions.open('eng-manager', signal);
    const answer = await api.request('/api/cost/sources', { signal });
    const { items } = sourcesSchema.parse(answer);
    return billers.every(biller =>
      items.some(
        ({ name, lastDay = '' }) =>
          name === biller && lastDay >= formatDay(day),
      ),
    );
  }
}
