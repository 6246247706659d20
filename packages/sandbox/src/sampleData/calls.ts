import { z } from 'zod';
import type { PortalApi } from '../portal/PortalApi.ts';
import { readFixture } from '../readFixture.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { listComponents } from './listComponents.ts';
import type { SampleData } from './SampleDataSender.ts';

export interface SampleCallsOptions {
  api: Pick<PortalApi, 'request'>;
  /** How many components the sample repositories have. */
  componentCount: number;
  /** Remembers when they were told last. */
  file: string;
  now?: () => Date;
}

const callsSchema = z.array(
  z.tuple([z.string(), z.string(), z.string(), z.number()]),
);

const answerSchema = z.object({
  accepted: z.number(),
  unknown: z.array(z.string()),
});

const stateSchema = z.object({ sentAt: z.iso.datetime() });

/** Calls count for days; tracing tells them anew long before that. */
const resendMs = 6 * 3_600_000;

/** Which sample services call each other, as tracing would tell the portal. */
export class SampleCalls implements SampleData {
  readonly name = 'calls';
  readonly isOngoing = true;
  readonly #options: Required<SampleCallsOptions>;
  #isComplete = false;

  constructor(options: SampleCallsOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  async send(signal: AbortSignal): Promise<string | undefined> {
    const { api, componentCount, file, now } = this.#options;
    const state = readJsonFile(file, stateSchema);
    const at = now();
    if (state && at.getTime() - Date.parse(state.sentAt) < resendMs) {
      this.#isComplete = true;
      return undefined;
    }
    const found = await listComponents(api, signal);
    if (found.length < componentCount) {
      return undefined;
    }
    const calls = readFixture('sampleData/calls.yaml', callsSchema);
    const { accepted, unknown } = answerSchema.parse(
      await api.request('/api/entity-graph/observed-edges', {
        method: 'POST',
        body: {
          reporter: 'Sample tracing',
          edges: calls.map(([source, target, protocol, requestsPerMinute]) => ({
            source: `component:default/${source}`,
            target,
            protocol,
            requestsPerMinute,
            observedAt: at.toISOString(),
          })),
        },
        signal,
      }),
    );
    // The graph knows an entity a little later than the catalog does; what somebody
    // takes out of the catalog afterwards is not waited for.
    if (unknown.length > 0 && !state) {
      return undefined;
    }
    writeJsonFile(file, { sentAt: at.toISOString() });
    this.#isComplete = true;
    return `the portal has taken ${accepted} calls`;
  }
}
