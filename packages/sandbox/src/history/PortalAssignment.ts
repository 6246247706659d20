import { z } from 'zod';
import type { PortalApi } from '../PortalApi.ts';

const componentsSchema = z.object({ totalItems: z.number() });
const ingestSchema = z.object({ unresolved: z.array(z.unknown()) });

/** Whether the portal knows whose the events of the sample repositories are. */
export class PortalAssignment {
  readonly #api: Pick<PortalApi, 'request'>;
  readonly #componentCount: number;

  constructor(api: Pick<PortalApi, 'request'>, componentCount: number) {
    this.#api = api;
    this.#componentCount = componentCount;
  }

  /** Before its catalog knows the components, all events belong to nobody. */
  async isPossible(signal: AbortSignal): Promise<boolean> {
    const answer = await this.#api.request(
      '/api/catalog/entities/by-query?filter=kind%3Dcomponent&limit=0',
      { signal },
    );
    const { totalItems } = componentsSchema.parse(answer);
    return totalItems >= this.#componentCount;
  }

  /** Whether every event that came in has found its component. */
  async isComplete(signal: AbortSignal): Promise<boolean> {
    const answer = await this.#api.request('/api/delivery/ingest', { signal });
    return ingestSchema.parse(answer).unresolved.length === 0;
  }
}
