import { z } from 'zod';
import type { PersonaSessions } from '../portal/PersonaSessions.ts';
import { PortalError } from '../portal/PortalApi.ts';
import type { PortalApi } from '../portal/PortalApi.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import type { SampleData } from './SampleDataSender.ts';

interface Sessions {
  open(
    ...parameters: Parameters<PersonaSessions['open']>
  ): Promise<Pick<PortalApi, 'request'>>;
}

export interface SampleScorecardWorkOptions {
  sessions: Sessions;
  /** Remembers what was asked for, so that what people end stays so. */
  file: string;
  now?: () => Date;
}

const scorecard = 'service-standard';
const entityRef = 'component:default/payment-service';
const check = 'on-call';
const dayMs = 24 * 3_600_000;

const resultsSchema = z.object({
  items: z.array(
    z.object({
      checks: z.array(z.object({ check: z.string(), outcome: z.string() })),
    }),
  ),
});

/**
 * What people do with the scorecard of the sample organisation: an exemption that
 * waits for the platform team, and an initiative that is half way.
 */
export class SampleScorecardWork implements SampleData {
  readonly name = 'scorecard work';
  readonly #options: Required<SampleScorecardWorkOptions>;
  #isComplete = false;

  constructor(options: SampleScorecardWorkOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  async send(signal: AbortSignal): Promise<undefined> {
    const { file, sessions } = this.#options;
    const done = new Set(readJsonFile(file, z.array(z.string())));
    const steps = [
      {
        key: 'exemption',
        as: 'payments-dev',
        path: '/api/scorecard/exemptions',
        body: {
          scorecard,
          check,
          entityRef,
          reason:
            'Payments and Billing share one rota from January on; until then Jonas covers the nights.',
          days: 60,
        },
      },
      {
        key: 'initiative',
        as: 'platform-admin',
        path: '/api/scorecard/initiatives',
        body: {
          title: 'An SLO for every service',
          description:
            'So that we know before our customers do. The platform team helps with the first one.',
          scorecard,
          goal: { kind: 'checks', checks: ['has-slo'] },
          ownerRef: 'group:default/platform-team',
          startsOn: this.#day(-28),
          dueOn: this.#day(28),
        },
      },
    ];
    for (const { key, as, path, body } of steps) {
      if (!done.has(key)) {
        const api = await sessions.open(as, signal);
        if (!(await this.#isRated(api, signal))) {
          return;
        }
        await post(api, path, { body, signal });
        done.add(key);
        writeJsonFile(file, [...done]);
      }
    }
    this.#isComplete = true;
  }

  /** An exemption is from a check that fails. */
  async #isRated(api: Pick<PortalApi, 'request'>, signal: AbortSignal) {
    const query = new URLSearchParams({ entityRef, scorecard });
    const answer = await api.request(`/api/scorecard/results?${query}`, {
      signal,
    });
    const [result] = resultsSchema.parse(answer).items;
    return result?.checks.some(
      one => one.check === check && one.outcome === 'fail',
    );
  }

  #day(offset: number): string {
    const at = this.#options.now().getTime() + offset * dayMs;
    return new Date(at).toISOString().slice(0, 10);
  }
}

/** What is there already was asked for before. */
async function post(
  api: Pick<PortalApi, 'request'>,
  path: string,
  options: { body: unknown; signal: AbortSignal },
): Promise<void> {
  try {
    await api.request(path, { method: 'POST', ...options });
  } catch (error) {
    if (!(error instanceof PortalError) || error.status !== 409) {
      throw error;
    }
  }
}
