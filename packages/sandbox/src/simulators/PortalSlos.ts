import { z } from 'zod';
import type { SampleAgreement } from '../agreements/sampleAgreements.ts';

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

/** Says whether asking again may help. */
export class PortalError extends Error {
  readonly isFinal: boolean;
  /** Missing where there was no answer. */
  readonly status?: number;

  constructor(message: string, isFinal: boolean, status?: number) {
    super(message);
    this.name = 'PortalError';
    this.isFinal = isFinal;
    this.status = status;
  }
}

const requestTimeoutMs = 60_000;
const finalStatuses = new Set([400, 401, 403, 404, 405, 413, 415]);

/** Asks the portal for its SLOs, and gives it their past and agreements. */
export class PortalSlos {
  readonly #url: string;
  readonly #token: string;

  constructor(options: { portalUrl: string; token: string }) {
    this.#url = `${options.portalUrl}/api`;
    this.#token = options.token;
  }

  async list(signal: AbortSignal): Promise<SloDetails[]> {
    const all: SloDetails[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({
        limit: '200',
        ...(cursor && { cursor }),
      });
      const page = await this.#request(`/slo/slos?${query}`, { signal });
      const { items, nextCursor } = pageSchema.parse(page);
      for (const { id } of items) {
        const details = await this.#request(`/slo/slos/${id}`, { signal });
        all.push(detailsSchema.parse(details));
      }
      cursor = nextCursor;
    } while (cursor);
    return all;
  }

  /** Returns the series that the portal does not know. */
  async push(counts: Count[], signal: AbortSignal): Promise<string[]> {
    const answer = await this.#request('/slo/counts', {
      method: 'POST',
      body: JSON.stringify({ counts }),
      signal,
    });
    return answerSchema.parse(answer).unknownSeries;
  }

  /** Writes down what was promised to a customer. */
  async agree(agreement: SampleAgreement, signal: AbortSignal): Promise<void> {
    await this.#request('/sla/agreements', {
      method: 'POST',
      body: JSON.stringify(agreement),
      signal,
    });
  }

  async #request(
    path: string,
    options: { method?: string; body?: string; signal: AbortSignal },
  ): Promise<unknown> {
    const { signal, ...init } = options;
    let response: Response;
    try {
      response = await fetch(`${this.#url}${path}`, {
        ...init,
        redirect: 'error',
        headers: {
          Authorization: `Bearer ${this.#token}`,
          'Content-Type': 'application/json',
          'User-Agent': 'Atrium-Sandbox',
        },
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(requestTimeoutMs),
        ]),
      });
    } catch (error) {
      throw new PortalError(`the portal is unreachable (${error})`, false);
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new PortalError(
        `the portal answered ${response.status}`,
        finalStatuses.has(response.status),
        response.status,
      );
    }
    return response.json();
  }
}
