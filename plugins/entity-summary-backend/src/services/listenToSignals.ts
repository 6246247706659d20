import { isRecord } from '@atrium/common';
import { ALL_COST_REF, COST_SIGNAL_CHANNEL } from '@atrium/plugin-cost-common';
import { DELIVERY_SIGNAL_CHANNEL } from '@atrium/plugin-delivery-common';
import { SCORECARD_SIGNAL_CHANNEL } from '@atrium/plugin-scorecard-common';
import { SLO_SIGNAL_CHANNEL } from '@atrium/plugin-slo-common';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type { Refresher } from './Refresher';

/** The topic on which the service of signals passes on what plugins publish. */
const SIGNALS_TOPIC = 'signals';

/** Whose signals say that a row may be another. */
const CHANNELS = new Set<unknown>([
  COST_SIGNAL_CHANNEL,
  DELIVERY_SIGNAL_CHANNEL,
  SCORECARD_SIGNAL_CHANNEL,
  SLO_SIGNAL_CHANNEL,
]);

const messageSchema = z.object({ entityRefs: z.array(z.string()) });

/**
 * Has entities asked for again that a plugin tells open pages of.
 *
 * @remarks The clusters send no signals; what runs is seen by the pass over all
 * rows, and by the deployments that delivery tells of.
 */
export async function listenToSignals(options: {
  events: EventsService;
  refresher: Pick<Refresher, 'refresh'>;
}): Promise<void> {
  const { events, refresher } = options;
  await events.subscribe({
    id: 'entity-summary-signals',
    topics: [SIGNALS_TOPIC],
    async onEvent({ eventPayload }) {
      if (!isRecord(eventPayload) || !CHANNELS.has(eventPayload.channel)) {
        return;
      }
      const message = messageSchema.safeParse(eventPayload.message);
      if (message.success) {
        const { entityRefs } = message.data;
        await refresher.refresh(
          entityRefs.includes(ALL_COST_REF) ? 'all' : entityRefs,
        );
      }
    },
  });
}
