import { day } from '../kubernetes/kubernetesTypes.ts';

/** Whose error budget shrinks a little faster than it should, for days. */
export const slowBurn = {
  service: 'search-service',
  startedAgoMs: 6 * day,
  failedRatio: 0.0022,
};
