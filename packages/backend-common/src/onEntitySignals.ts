import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';

/** The topic on which the service of signals passes on what plugins publish. */
const SIGNALS_TOPIC = 'signals';

const payloadSchema = z.object({
  channel: z.string(),
  message: z.object({
    entityRefs: z.array(z.string()),
    subjects: z.array(z.string()).default([]),
  }),
});

/** What a plugin told open pages. */
export interface ReceivedEntitySignal {
  channel: string;
  entityRefs: string[];
  /** What changed, for at least one of them. */
  subjects: string[];
}

/** Which signals are listened to, and what happens then. */
export interface OnEntitySignalsOptions {
  events: EventsService;
  /** The same on every replica, so that one of them takes each signal. */
  id: string;
  channels: readonly string[];
  handle(signal: ReceivedEntitySignal): Promise<void>;
}

/**
 * Has something done when plugins tell open pages that entities changed: what is
 * kept of them elsewhere may be old then.
 */
export async function onEntitySignals({
  channels,
  events,
  handle,
  id,
}: OnEntitySignalsOptions): Promise<void> {
  await events.subscribe({
    id,
    topics: [SIGNALS_TOPIC],
    async onEvent({ eventPayload }) {
      const { data } = payloadSchema.safeParse(eventPayload);
      if (data && channels.includes(data.channel)) {
        await handle({ channel: data.channel, ...data.message });
      }
    },
  });
}
