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

/** What the list tells of an SLO, and changes with its definition. */
const listedSchema = z.object({
  id: z.string(),
  objectives: z.array(
    z.object({ objectiveId: z.string(), target: z.number() }),
  ),
  sourceTypes: z.array(z.string()),
});

const pageSchema = z.object({
  items: z.array(listedSchema),
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

/** A change that the list does not tell of, such as of a query, is seen this late. */
const KEEP_MS = 60 * 60_000;

interface KnownSlo {
  details: SloDetails;
  /** As it was listed when it was read. */
  listed: string;
  readAtMs: number;
}

/** Asks the portal for its SLOs, and gives it their past. */
export class PortalSlos {
  readonly #api: Pick<PortalApi, 'request'>;
  readonly #now: () => number;
  #known = new Map<string, KnownSlo>();

  constructor(api: Pick<PortalApi, 'request'>, { now = Date.now } = {}) {
    this.#api = api;
    this.#now = now;
  }

  /** All SLOs, with what they measure. */
  async list(signal: AbortSignal): Promise<SloDetails[]> {
    const all = new Map<string, KnownSlo>();
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
      for (const item of items) {
        all.set(item.id, await this.#read(item, signal));
      }
      cursor = nextCursor;
    } while (cursor);
    this.#known = all;
    return [...all.values()].map(({ details }) => details);
  }

  async #read(
    item: z.infer<typeof listedSchema>,
    signal: AbortSignal,
  ): Promise<KnownSlo> {
    const known = this.#known.get(item.id);
    const listed = JSON.stringify(item);
    const now = this.#now();
    if (known?.listed === listed && now - known.readAtMs < KEEP_MS) {
      return known;
    }
    const details = await this.#api.request(`/api/slo/slos/${item.id}`, {
      signal,
    });
    return { details: detailsSchema.parse(details), listed, readAtMs: now };
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
