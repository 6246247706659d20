import fc from 'fast-check';
import type { DoraConfig } from '../config/readDeliveryConfig';
import type { DoraInput } from '../model/DoraInput';

const HOUR = 3_600_000;
const START = Date.parse('2026-10-01T00:00:00Z');

/** Coarse, so that many things fall on one moment. */
const moment = fc
  .integer({ min: 0, max: 24 * 30 })
  .map(hours => START + hours * HOUR);

const version = fc.constantFrom('v1', 'v2', 'v3');
const commit = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6');
const environment = fc.constantFrom('prod-eu', 'prod-eu', 'prod-us');
const service = fc.constantFrom('api', 'api', 'worker');
// The last one is what another tool calls one of them.
const named = fc.constantFrom('api', 'worker', 'api in the tracker');
const branch = fc.constantFrom('main', 'release');

/** Small histories, dense with coincidences. */
export const doraInput: fc.Arbitrary<DoraInput> = fc.record({
  deployments: fc
    .array(
      fc.record(
        {
          kind: fc.constantFrom(
            'deployed' as const,
            'upgraded' as const,
            'upgraded' as const,
            'rolledback' as const,
            'rolledback' as const,
            'removed' as const,
          ),
          environment,
          service,
          at: moment,
          version,
          commit,
          committedAt: moment,
        },
        { requiredKeys: ['kind', 'environment', 'service', 'at'] },
      ),
      { maxLength: 16, size: 'max' },
    )
    .map(all =>
      all.map((one, position) => ({
        ...one,
        id: `d${position}`,
        artifactId: one.version,
      })),
    ),
  changes: fc
    .array(
      fc.record(
        {
          mergedAt: moment,
          firstCommitAt: moment,
          openedAt: moment,
          commit,
          branch,
          service: named,
        },
        { requiredKeys: ['mergedAt'] },
      ),
      { maxLength: 10 },
    )
    // Two changes of one commit at one moment on two branches would leave open
    // which of them made it.
    .map(all =>
      all.map((one, position) => ({
        ...one,
        id: `c${position}`,
        mergedAt: one.mergedAt + position,
      })),
    ),
  incidents: fc
    .array(
      fc.record(
        {
          detectedAt: moment,
          resolvedAt: moment,
          environment,
          artifactId: version,
          service: named,
        },
        { requiredKeys: ['detectedAt'] },
      ),
      { maxLength: 8 },
    )
    .map(all => all.map((one, position) => ({ ...one, id: `i${position}` }))),
});

/** Every way to define the metrics. */
export const doraConfig: fc.Arbitrary<DoraConfig> = fc.record({
  leadTimeFrom: fc.constantFrom('first-commit' as const, 'merge' as const),
  restoreOf: fc.constantFrom(
    'failed-deployments' as const,
    'all-incidents' as const,
  ),
  failureWindowMs: fc.constantFrom(0, 24 * HOUR, 100 * HOUR),
  clockSkewToleranceMs: fc.constantFrom(0, 2 * HOUR),
});
