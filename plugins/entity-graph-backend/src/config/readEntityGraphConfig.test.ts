import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readEntityGraphConfig } from './readEntityGraphConfig';

const read = (observedEdges: JsonObject = {}) =>
  readEntityGraphConfig(
    mockServices.rootConfig({ data: { entityGraph: { observedEdges } } }),
  );

describe('readEntityGraphConfig', () => {
  it('keeps what was seen for 14 days, and lets nobody report it', () => {
    expect(read()).toEqual({ retentionMs: 14 * 86_400_000, reporters: [] });
  });

  it('reads what is set, and refuses no time at all', () => {
    const reporters = ['tracing'];
    expect(read({ retention: { hours: 2 }, reporters })).toEqual({
      retentionMs: 7_200_000,
      reporters,
    });
    expect(() => read({ retention: { days: 0 } })).toThrow(
      "'entityGraph.observedEdges.retention' must be above zero",
    );
  });
});
