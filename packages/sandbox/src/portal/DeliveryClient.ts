import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { CdEvent } from './cdEvent.ts';
import { fetchFromPortal } from './PortalApi.ts';

export interface DeliveryClientOptions {
  portalUrl: string;
  secret: string;
}

/** What the portal's configuration calls this sender. */
const sourceName = 'sandbox';

/** How many events the portal takes at a time. */
export const eventBatchSize = 500;

const answerSchema = z.object({
  results: z.array(
    z.object({
      id: z.string().default(''),
      status: z.string(),
      reason: z.string().default('no reason given'),
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

  /**
   * Returns what is wrong with events that were refused, if any was.
   *
   * @throws PortalError when none was taken
   */
  async post(
    events: CdEvent[],
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const body = JSON.stringify(events);
    // Signed anew at each attempt: an old time is refused.
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', this.#secret)
      .update(`${timestamp}.${body}`)
      .digest('hex');
    const response = await fetchFromPortal(this.#url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/cloudevents-batch+json',
        'X-Atrium-Source': sourceName,
        'X-Atrium-Timestamp': timestamp,
        'X-Atrium-Signature': `sha256=${signature}`,
      },
      body,
      signal,
    });
    const { results } = answerSchema.parse(await response.json());
    const refused = results.filter(({ status }) => status === 'refused');
    const [first] = refused;
    return (
      first && `${refused.length} refused, first ${first.id}: ${first.reason}`
    );
  }
}
