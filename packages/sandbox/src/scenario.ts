import { day, hour, minute } from './durations.ts';

export const historyDays = 90;

/**
 * The bad deployment that the sample world is in the middle of: the newest
 * version of this service reached production two hours before the first start
 * and has failed since then. Its incident is open.
 */
export const badDeployment = {
  repository: 'payment-service',
  deployedAgoMs: 2 * hour,
  detectedAgoMs: 105 * minute,
  failedRatio: 1 / 12,
  description:
    'Card payments fail: about one request in twelve answers 502 since the last deployment',
};

/** Another incident that is open, of the first service of another team. */
export const openIncident = {
  detectedAgoMs: 50 * minute,
  slowRatio: 0.03,
  description: 'Latency at the 99th percentile is above 2 seconds',
};

/** Whose error budget shrinks a little faster than it should, for days. */
export const slowBurn = {
  service: 'search-service',
  startedAgoMs: 6 * day,
  failedRatio: 0.0022,
};
