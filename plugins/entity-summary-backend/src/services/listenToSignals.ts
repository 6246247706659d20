import { onEntitySignals } from '@atrium/backend-common';
import {
  ALL_COST_REF,
  COST_SIGNAL_CHANNEL,
  type CostSubject,
} from '@atrium/plugin-cost-common';
import { DELIVERY_SIGNAL_CHANNEL } from '@atrium/plugin-delivery-common';
import { PROVISIONING_SIGNAL_CHANNEL } from '@atrium/plugin-provisioning-common';
import { SCORECARD_SIGNAL_CHANNEL } from '@atrium/plugin-scorecard-common';
import { SLO_SIGNAL_CHANNEL } from '@atrium/plugin-slo-common';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Refresher } from './Refresher';

/** How far a bill is: it changes no sum until it is charged. */
const IMPORT: CostSubject = 'import';

/**
 * Has entities asked for again that a plugin tells open pages of.
 *
 * @remarks The clusters send no signals; what runs is seen by the pass over all
 * rows, and by the deployments that delivery tells of.
 */
export async function listenToSignals(options: {
  events: EventsService;
  refresher: Pick<Refresher, 'refresh' | 'refreshCosts'>;
}): Promise<void> {
  const { events, refresher } = options;
  await onEntitySignals({
    events,
    id: 'entity-summary-signals',
    // Their signals say that a row may be another.
    channels: [
      COST_SIGNAL_CHANNEL,
      DELIVERY_SIGNAL_CHANNEL,
      PROVISIONING_SIGNAL_CHANNEL,
      SCORECARD_SIGNAL_CHANNEL,
      SLO_SIGNAL_CHANNEL,
    ],
    async handle({ entityRefs, subjects }) {
      if (!entityRefs.includes(ALL_COST_REF)) {
        await refresher.refresh(entityRefs);
      } else if (subjects.some(subject => subject !== IMPORT)) {
        await refresher.refreshCosts();
      }
    },
  });
}
