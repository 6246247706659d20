import { z } from 'zod';
import { seededFraction, seededInteger } from '../seed.ts';
import { RepeatedSample } from './RepeatedSample.ts';
import type { RepeatedSampleOptions } from './RepeatedSample.ts';

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

const pastWeeks = 8;
const weekMs = 7 * 24 * 3_600_000;
const ratedTypes = new Set(['service', 'website']);

/**
 * What the pager and the pipelines tell of each service, now and over the weeks
 * before, and the past of some facts that the portal finds out by itself: so that
 * a scorecard has a past on the first day.
 */
export function sampleFacts(options: RepeatedSampleOptions): RepeatedSample {
  return new RepeatedSample(
    {
      name: 'facts',
      async tell({ components, at, isFirst, signal }) {
        const items = components
          .filter(({ type }) => ratedTypes.has(type))
          .flatMap(({ entityRef }) => [
            ...(isFirst ? pastOf(entityRef, at) : []),
            ...toldOf(entityRef, { weeksAgo: 0, at }),
          ]);
        const { accepted, refused } = answerSchema.parse(
          await options.api.request('/api/scorecard/facts', {
            method: 'POST',
            body: { items },
            signal,
          }),
        );
        const [refusal] = refused;
        if (refusal === undefined) {
          return `the portal has taken ${accepted} facts`;
        }
        // It knows a component a little later than the catalog does, and the past
        // of one that was refused would never be told.
        return isFirst
          ? undefined
          : `${refused.length} were refused: ${refusal.message}`;
      },
    },
    options,
  );
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
