import { onEntitySignals, readEntitiesByRef } from '@atrium/backend-common';
import { parseInput, relationTargets } from '@atrium/common';
import { API_VERSION_ADDED_TOPIC } from '@atrium/plugin-api-history-common';
import { ALL_COST_REF, COST_SIGNAL_CHANNEL } from '@atrium/plugin-cost-common';
import { DELIVERY_SIGNAL_CHANNEL } from '@atrium/plugin-delivery-common';
import { PROVISIONING_SIGNAL_CHANNEL } from '@atrium/plugin-provisioning-common';
import type { FactProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import { SLO_SIGNAL_CHANNEL } from '@atrium/plugin-slo-common';
import {
  DOCS_BUILT_TOPIC,
  docsBuiltEventSchema,
} from '@atrium/plugin-techdocs-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_API_PROVIDED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import { apiDescription } from './providers/api/apiDescription';
import { costDescription } from './providers/cost/costDescription';
import { deliveryDescription } from './providers/delivery/deliveryDescription';
import { docsDescription } from './providers/docs/docsDescription';
import { kubernetesDescription } from './providers/kubernetes/kubernetesDescription';
import { provisioningDescription } from './providers/provisioning/provisioningDescription';
import { sloDescription } from './providers/slo/sloDescription';

interface FollowSourcesOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  events: EventsService;
  facts: Pick<FactProvidersExtensionPoint, 'refresh' | 'refreshUnknown'>;
}

/** Whose facts of an entity there may be now. */
const PROVIDERS: Record<string, readonly string[]> = {
  [COST_SIGNAL_CHANNEL]: [costDescription.id],
  // What was deployed runs now; clusters tell nobody.
  [DELIVERY_SIGNAL_CHANNEL]: [deliveryDescription.id, kubernetesDescription.id],
  [PROVISIONING_SIGNAL_CHANNEL]: [provisioningDescription.id],
  [SLO_SIGNAL_CHANNEL]: [sloDescription.id],
};

const apiVersionAddedSchema = z.object({ entityRef: z.string() });

/**
 * Has facts collected soon of those entities that something becomes known of, so
 * that nobody has to ask again and again whether it has.
 */
export async function followSources(
  options: FollowSourcesOptions,
): Promise<void> {
  const { auth, catalog, events, facts } = options;
  await onEntitySignals({
    events,
    id: 'scorecard-facts-signals',
    channels: Object.keys(PROVIDERS),
    async handle({ channel, entityRefs, subjects }) {
      const isAll = entityRefs.includes(ALL_COST_REF);
      // While bills come in, nothing is charged to anybody yet.
      if (isAll && !subjects.includes('allocation')) {
        return;
      }
      for (const provider of PROVIDERS[channel]) {
        await facts.refreshUnknown(provider, isAll ? 'all' : entityRefs);
      }
    },
  });
  await events.subscribe({
    id: 'scorecard-facts-api-versions',
    topics: [API_VERSION_ADDED_TOPIC],
    async onEvent({ eventPayload }) {
      const { entityRef } = parseInput(apiVersionAddedSchema, eventPayload);
      // Facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const found = await readEntitiesByRef([entityRef], {
        catalog,
        credentials,
        fields: ['kind', 'metadata', 'relations'],
      });
      const providers = [...found.values()].flatMap(entity =>
        relationTargets(entity, RELATION_API_PROVIDED_BY),
      );
      await facts.refreshUnknown(apiDescription.id, [entityRef, ...providers]);
    },
  });
  await events.subscribe({
    id: 'scorecard-facts-docs',
    topics: [DOCS_BUILT_TOPIC],
    async onEvent({ eventPayload }) {
      const { entityRef } = parseInput(docsBuiltEventSchema, eventPayload);
      // That there is documentation, was known before; how it is, was not.
      await facts.refresh(docsDescription.id, [entityRef]);
    },
  });
}
