import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/** What a requester may set of a queue, whichever server it is on. */
export const queueParameterProperties = {
  maxDeliveries: {
    type: 'integer',
    title: 'Deliveries',
    description:
      'How often a message is delivered before it is put aside as dead.',
    minimum: 1,
    maximum: 100,
    default: 5,
  },
  acknowledgeSeconds: {
    type: 'integer',
    title: 'Seconds to acknowledge',
    description:
      'How long a consumer has before a message goes to another one.',
    minimum: 1,
    maximum: 43_200,
    default: 60,
  },
  retentionSeconds: {
    type: 'integer',
    title: 'Seconds to keep',
    description: 'How long a message waits before it is dropped.',
    minimum: 60,
    maximum: 31_536_000,
    default: 1_209_600,
  },
};

const settingsSchema = z.object({
  maxDeliveries: z.int().default(5),
  acknowledgeSeconds: z.int().default(60),
  retentionSeconds: z.int().default(1_209_600),
});

/** What a queue is to be, with the defaults. */
export type QueueSettings = z.infer<typeof settingsSchema>;

/** Reads what the schema above has let through. */
export function readQueueSettings(parameters: JsonObject): QueueSettings {
  return settingsSchema.parse(parameters);
}
