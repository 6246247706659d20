import { z } from 'zod';
import { PortalError } from '../portal/PortalApi.ts';
import type { PortalApi } from '../portal/PortalApi.ts';

/** A file of entities, and the page that it has on its default branch. */
export interface CatalogFile {
  location: string;
  content: string;
}

const findingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  advice: z.string(),
  line: z.number().optional(),
});

const answerSchema = z.object({ findings: z.array(findingSchema) });

export type CatalogFinding = z.infer<typeof findingSchema>;

const requestTimeoutMs = 10_000;

/** Asks the portal what it would refuse of a file. */
export class PortalValidator {
  readonly #api: PortalApi;

  constructor(api: PortalApi) {
    this.#api = api;
  }

  /** What it finds, or why it does not say. */
  async validate(
    file: CatalogFile,
    signal: AbortSignal,
  ): Promise<CatalogFinding[] | string> {
    try {
      const answer = await this.#api.request('/api/catalog-health/validate', {
        method: 'POST',
        body: file,
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(requestTimeoutMs),
        ]),
      });
      return answerSchema.parse(answer).findings;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof PortalError && error.status !== undefined) {
        return `it answered ${error.status}`;
      }
      return error instanceof Error ? error.message : String(error);
    }
  }
}
