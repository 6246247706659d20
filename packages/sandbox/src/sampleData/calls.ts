import { z } from 'zod';
import { readFixture } from '../readFixture.ts';
import { RepeatedSample } from './RepeatedSample.ts';
import type { RepeatedSampleOptions } from './RepeatedSample.ts';

const callsSchema = z.array(
  z.tuple([z.string(), z.string(), z.string(), z.number()]),
);

const answerSchema = z.object({
  accepted: z.number(),
  unknown: z.array(z.string()),
});

/** Which sample services call each other, as tracing would tell the portal. */
export function sampleCalls(options: RepeatedSampleOptions): RepeatedSample {
  return new RepeatedSample(
    {
      name: 'calls',
      async tell({ at, isFirst, signal }) {
        const calls = readFixture('sampleData/calls.yaml', callsSchema);
        const { accepted, unknown } = answerSchema.parse(
          await options.api.request('/api/entity-graph/observed-edges', {
            method: 'POST',
            body: {
              reporter: 'Sample tracing',
              edges: calls.map(
                ([source, target, protocol, requestsPerMinute]) => ({
                  source: `component:default/${source}`,
                  target,
                  protocol,
                  requestsPerMinute,
                  observedAt: at.toISOString(),
                }),
              ),
            },
            signal,
          }),
        );
        // The graph knows an entity a little later than the catalog does; what
        // somebody takes out of the catalog afterwards is not waited for.
        return unknown.length > 0 && isFirst
          ? undefined
          : `the portal has taken ${accepted} calls`;
      },
    },
    options,
  );
}
