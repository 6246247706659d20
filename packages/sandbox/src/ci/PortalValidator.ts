import { z } from 'zod';

export interface PortalValidatorOptions {
  portalUrl: string;
  token: string;
}

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
  readonly #options: PortalValidatorOptions;

  constructor(options: PortalValidatorOptions) {
    this.#options = options;
  }

  /** What it finds, or why it does not say. */
  async validate(
    file: CatalogFile,
    signal: AbortSignal,
  ): Promise<CatalogFinding[] | string> {
    const { portalUrl, token } = this.#options;
    try {
      const response = await fetch(`${portalUrl}/api/catalog-health/validate`, {
        method: 'POST',
        redirect: 'error',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'User-Agent': 'Atrium-Sandbox',
        },
        body: JSON.stringify(file),
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(requestTimeoutMs),
        ]),
      });
      if (!response.ok) {
        await response.body?.cancel();
        return `it answered ${response.status}`;
      }
      return answerSchema.parse(await response.json()).findings;
    } catch (error) {
      signal.throwIfAborted();
      return error instanceof Error ? error.message : String(error);
    }
  }
}
