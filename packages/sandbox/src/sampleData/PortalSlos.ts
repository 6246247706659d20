import { z } from 'zod';
import type { PortalApi } from '../portal/PortalApi.ts';

const querySchema = z.object({
  sourceType: z.string(),
  spec: z.record(z.string(), z.unknown()),
});

const indicatorSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ratio'),
    numerator: z.enum(['good', 'bad']),
    events: querySchema,
    total: querySchema,
  }),
  z.object({
    kind: z.literal('raw'),
    rawType: z.enum(['success', 'failure']),
    raw: querySchema,
  }),
  z.object({ kind: z.literal('threshold'), query: querySchema }),
]);

const objectiveSchema = z.object({
  id: z.string(),
  op: z.enum(['lte', 'gte', 'lt', 'gt']).optional(),
  value: z.number().optional(),
  indicator: indicatorSchema.optional(),
});

const detailsSchema = z.object({
  id: z.string(),
  definition: z.object({
    indicator: indicatorSchema.optional(),
    objectives: z.array(objectiveSchema),
  }),
});

const pageSchema = z.object({
  items: z.array(z.object({ id: z.string() })),
  nextCursor: z.string().optional(),
});

const answerSchema = z.object({ unknownSeries: z.array(z.string()) });

export type SloQuery = z.infer<typeof querySchema>;
export type SloIndicator = z.infer<typeof indicatorSchema>;
export type SloObjective = z.infer<typeof objectiveSchema>;
export type SloDetails = z.infer<typeof detailsSchema>;

/** The good and all events of an objective in one minute. */
export interface Count {
  series: string;
  minute: string;
  good: number;
  total: number;
}

/** Asks the portal for its SLOs, and gives it their past. */
export class PortalSlos {
  readonly #api: PortalApi;

  constructor(api: PortalApi) {
    this.#api = api;
  }

  async list(signal: AbortSignal): Promise<SloDetails[]> {
    const all: SloDetails[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({
        limit: '200',
        ...(cursor && { cursor }),
      });
      const page = await this.#api.request(`/api/slo/slos?${query}`, {
        signal,
      });
      const { items, nextCursor } = pageSchema.parse(page);
      for (const { id } of items) {
        const details = await this.#api.request(`/api/slo/slos/${id}`, {
          signal,
        });
        all.push(detailsSchema.parse(details));
      }
      cursor = nextCursor;
    } while (cursor);
    return all;
  }

  /** Returns the series that the portal does not know. */
  async push(counts: Count[], signal: AbortSignal): Promise<string[]> {
    const answer = await this.#api.request('/api/slo/counts', {
      method: 'POST',
      body: { counts },
      signal,
    });
    return answerSchema.parse(answer).unknownSeries;
  }
}
