import { z } from 'zod';
import type { PortalApi } from '../portal/PortalApi.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { seededFraction, seededInteger } from '../seed.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { listComponents } from './listComponents.ts';
import type { SampleData } from './SampleDataSender.ts';

export interface SampleFactsOptions {
  api: Pick<PortalApi, 'request'>;
  /** How many components the sample repositories have. */
  componentCount: number;
  /** Remembers since when the portal has the past. */
  file: string;
  now?: () => Date;
}

interface PushedFacts {
  entityRef: string;
  provider: string;
  values: Record<string, boolean | number>;
  observedAt: string;
}

const answerSchema = z.object({
  accepted: z.number(),
  refused: z.array(z.object({ index: z.number(), message: z.string() })),
});

const stateSchema = z.object({ sentAt: z.iso.datetime() });

const pastWeeks = 8;
const weekMs = 7 * 24 * 3_600_000;
/** Pushed facts count for a day; the pager tells them twice in it. */
const resendMs = 6 * 3_600_000;
const ratedTypes = new Set(['service', 'website']);

/**
 * What the pager and the pipelines tell of each service, now and over the weeks
 * before, and the past of some facts that the portal finds out by itself: so that
 * a scorecard has a past on the first day.
 */
export class SampleFacts implements SampleData {
  readonly name = 'facts';
  readonly isOngoing = true;
  readonly #options: Required<SampleFactsOptions>;
  #isComplete = false;

  constructor(options: SampleFactsOptions) {
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
    const refs = found
      .filter(({ type }) => ratedTypes.has(type))
      .map(({ entityRef }) => entityRef);
    const items = refs.flatMap(entityRef => [
      ...(state ? [] : pastOf(entityRef, at)),
      ...toldOf(entityRef, { weeksAgo: 0, at }),
    ]);
    const answer = answerSchema.parse(
      await api.request('/api/scorecard/facts', {
        method: 'POST',
        body: { items },
        signal,
      }),
    );
    // It knows a component a little later than the catalog does, and the past of
    // one that was refused would never be told.
    if (!state && answer.refused.length > 0) {
      return undefined;
    }
    writeJsonFile(file, { sentAt: at.toISOString() });
    this.#isComplete = true;
    const [refusal] = answer.refused;
    return refusal
      ? `${answer.refused.length} were refused: ${refusal.message}`
      : `the portal has taken ${answer.accepted} facts`;
  }
}

/** Week by week, the oldest first. */
function pastOf(entityRef: string, at: Date): PushedFacts[] {
  return Array.from(
    { length: pastWeeks },
    (_, index) => pastWeeks - index,
  ).flatMap(weeksAgo => [
    ...toldOf(entityRef, { weeksAgo, at }),
    ...foundOutOf(entityRef, { weeksAgo, at }),
  ]);
}

/** What the portal is told of a service by others. */
function toldOf(
  entityRef: string,
  { weeksAgo, at }: { weeksAgo: number; at: Date },
): PushedFacts[] {
  const observedAt = new Date(at.getTime() - weeksAgo * weekMs).toISOString();
  const today = 58 + 36 * seededFraction(`coverage ${entityRef}`);
  const growth = -0.6 + 2.4 * seededFraction(`growth ${entityRef}`);
  const people = seededInteger(`rotation ${entityRef}`, 2, 6);
  const isNew = weeksAgo > seededInteger(`rota since ${entityRef}`, 2, 14);
  return [
    {
      entityRef,
      provider: 'coverage',
      values: {
        linePercent: Math.round(10 * (today - growth * weeksAgo)) / 10,
      },
      observedAt,
    },
    {
      entityRef,
      provider: 'pager',
      values: { rotation: isNew ? 1 : people },
      observedAt,
    },
  ];
}

/** What the portal would have found out, had it been there. */
function foundOutOf(
  entityRef: string,
  { weeksAgo, at }: { weeksAgo: number; at: Date },
): PushedFacts[] {
  const observedAt = new Date(at.getTime() - weeksAgo * weekMs).toISOString();
  const hasSlo = weeksAgo <= seededInteger(`slo since ${entityRef}`, 1, 12);
  const failed = seededInteger(`failed ${entityRef}`, 3, 28);
  const values: Record<string, PushedFacts['values']> = {
    catalog: { ownerValid: true },
    repository: { hasReadme: true, hasCodeowners: false },
    slo: { count: hasSlo ? 1 : 0 },
    security: { leakedSecrets: 0 },
    delivery: { failedRunsPercent: failed },
  };
  return Object.entries(values).map(([provider, known]) => ({
    entityRef,
    provider,
    values: known,
    observedAt,
  }));
}
