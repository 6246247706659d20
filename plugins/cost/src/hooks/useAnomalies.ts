import type {
  AcknowledgeAnomaly,
  AnomaliesQuery,
} from '@atrium/plugin-cost-common';
import { useCostMutation, useCostPages, useCostQuery } from './costHooks';

/** More than these in one chart are not told apart. */
const ON_A_CHART = 50;

/** The newest anomalies of an entity and of what it stands for, or of all. */
export const useAnomalies = (entityRef: string | undefined) =>
  useCostQuery(['anomalies', 'newest', entityRef], api =>
    api.listAnomalies({ entityRef, limit: ON_A_CHART }),
  );

/** All anomalies that are asked for, page after page. */
export const useAnomalyPages = (query: Omit<AnomaliesQuery, 'cursor'>) =>
  useCostPages(['anomalies', query], (api, cursor) =>
    api.listAnomalies({ ...query, cursor }),
  );

/** Says why something cost more than usual. */
export const useAcknowledgeAnomaly = () =>
  useCostMutation((api, { id, ...body }: AcknowledgeAnomaly & { id: string }) =>
    api.acknowledgeAnomaly(id, body),
  );
