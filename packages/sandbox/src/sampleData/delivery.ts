import { z } from 'zod';
import { eventBatchSize } from '../portal/DeliveryClient.ts';
import type { DeliveryClient } from '../portal/DeliveryClient.ts';
import type { PortalApi } from '../portal/PortalApi.ts';
import type { SampleHistory } from './history/SampleHistory.ts';
import type { SampleData } from './SampleDataSender.ts';

export interface SampleDeliveriesOptions {
  history: SampleHistory;
  client: Pick<DeliveryClient, 'post'>;
  api: Pick<PortalApi, 'request'>;
  /** How many components the sample repositories describe. */
  componentCount: number;
}

const componentsSchema = z.object({ totalItems: z.number() });
const ingestSchema = z.object({ unresolved: z.array(z.unknown()) });

/** The history of deliveries, sent once the portal knows whose it is. */
export class SampleDeliveries implements SampleData {
  readonly name = 'deliveries';
  readonly #options: SampleDeliveriesOptions;
  #isCatalogReady = false;

  constructor(options: SampleDeliveriesOptions) {
    this.#options = options;
  }

  /** Whether the portal has taken everything and shows it. */
  get isComplete(): boolean {
    return this.#options.history.isComplete;
  }

  async send(signal: AbortSignal): Promise<string | undefined> {
    const { history, client } = this.#options;
    this.#isCatalogReady ||= await this.#hasComponents(signal);
    if (!this.#isCatalogReady) {
      return undefined;
    }
    const days = history.listMissingDays();
    for (const { day, events } of days) {
      for (let start = 0; start < events.length; start += eventBatchSize) {
        const batch = events.slice(start, start + eventBatchSize);
        const problem = await client.post(
          batch.map(({ event }) => event),
          signal,
        );
        if (problem) {
          throw new Error(problem);
        }
      }
      history.markSent(day);
    }
    if (await this.#isAllAssigned(signal)) {
      history.markComplete();
    }
    return days.length > 0
      ? `the portal has taken events of ${days.length} days`
      : undefined;
  }

  /** Before its catalog knows the components, all events belong to nobody. */
  async #hasComponents(signal: AbortSignal): Promise<boolean> {
    const { api, componentCount } = this.#options;
    const answer = await api.request(
      '/api/catalog/entities/by-query?filter=kind%3Dcomponent&limit=0',
      { signal },
    );
    return componentsSchema.parse(answer).totalItems >= componentCount;
  }

  /** Whether every event that came in has found its component. */
  async #isAllAssigned(signal: AbortSignal): Promise<boolean> {
    const { api } = this.#options;
    const answer = await api.request('/api/delivery/ingest', { signal });
    return ingestSchema.parse(answer).unresolved.length === 0;
  }
}
