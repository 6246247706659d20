import { eventBatchSize } from './DeliveryClient.ts';
import type { DeliveryClient } from './DeliveryClient.ts';
import { RetryQueue } from './RetryQueue.ts';
import type { RetryQueueOptions } from './RetryQueue.ts';
import type { CdEvent } from './cdEvent.ts';

/** What pipelines have to tell the portal, and tell again while it is down. */
export function createEventQueue(
  client: Pick<DeliveryClient, 'post'>,
  options: Partial<RetryQueueOptions<CdEvent>> = {},
): RetryQueue<CdEvent> {
  const { log = text => process.stderr.write(`delivery events: ${text}\n`) } =
    options;
  return new RetryQueue<CdEvent>({
    batchSize: eventBatchSize,
    maxLength: 10_000,
    ...options,
    log,
    describe: batch => `${batch.length} events`,
    deliver: async (batch, signal) => {
      const problem = await client.post(batch, signal);
      if (problem) {
        log(problem);
      }
    },
  });
}
