import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { CdEvent } from './cdEvent.ts';

export interface DeliveryClientOptions {
  portalUrl: string;
  secret: string;
}

export type PostResult =
  | { status: 'taken'; refused: { id: string; reason: string }[] }
  | { status: 'failed'; problem: string; isFinal: boolean };

/** What the portal's configuration calls this sender. */
const sourceName = 'sandbox';
const requestTimeoutMs = 30_000;

/** Answers that trying again will not change. */
const finalStatuses = new Set([400, 401, 403, 405, 410, 413, 415, 422]);

const answerSchema = z.object({
  results: z.array(
    z.object({
      id: z.string().optional(),
      status: z.string(),
      reason: z.string().optional(),
    }),
  ),
});

/** Sends batches of events to the portal, signed. */
export class DeliveryClient {
  readonly #url: string;
  readonly #secret: string;

  constructor(options: DeliveryClientOptions) {
    this.#url = `${options.portalUrl}/api/delivery/events`;
    this.#secret = options.secret;
  }

  async post(events: CdEvent[], signal: AbortSignal): Promise<PostResult> {
    const body = JSON.stringify(events);
    // Signed anew at each attempt: an old time is refused.
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', this.#secret)
      .update(`${timestamp}.${body}`)
      .digest('hex');
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'Content-Type': 'application/cloudevents-batch+json',
          'User-Agent': 'Atrium-Sandbox',
          'X-Atrium-Source': sourceName,
          'X-Atrium-Timestamp': timestamp,
          'X-Atrium-Signature': `sha256=${signature}`,
        },
        body,
        signal: AbortSignal.any([
          signal,
          AbortSignal.timeout(requestTimeoutMs),
        ]),
      });
      if (!response.ok) {
        await response.body?.cancel();
        return {
          status: 'failed',
          problem: `the portal answered ${response.status}`,
          isFinal: finalStatuses.has(response.status),
        };
      }
      return { status: 'taken', refused: readRefused(await response.text()) };
    } catch (error) {
      return {
        status: 'failed',
        problem: `the portal is unreachable (${error})`,
        isFinal: false,
      };
    }
  }
}

function readRefused(text: string) {
  const { results } = answerSchema.parse(JSON.parse(text));
  return results
    .filter(result => result.status === 'refused')
    .map(({ id = '', reason = 'no reason given' }) => ({ id, reason }));
}
