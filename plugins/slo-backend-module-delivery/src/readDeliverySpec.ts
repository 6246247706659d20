import { fieldIssues } from '@atrium/common/yaml';
import {
  environmentTierSchema,
  type EventCountQuery,
} from '@atrium/plugin-delivery-common';
import type { SloQueryPart, SloSourceQuery } from '@atrium/plugin-slo-common';
import type { SloQueryProblem } from '@atrium/plugin-slo-node';
import { z } from 'zod';

type Unnamed<Query> = Query extends unknown
  ? Omit<Query, 'key' | 'entityRef'>
  : never;

/** What to count, but not yet of whom. */
export type DeliveryQuery = Unnamed<EventCountQuery>;

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** A duration such as `90s` or `10m`, as seconds. */
function durationSchema(limits: { min: number; max: number; words: string }) {
  return z.string().transform((text, context) => {
    const seconds = toSeconds(text);
    if (seconds === undefined || seconds < limits.min || seconds > limits.max) {
      context.addIssue({
        code: 'custom',
        message: `must be a duration from ${limits.words}, such as 10m or 2h`,
      });
      return z.NEVER;
    }
    return seconds;
  });
}

function toSeconds(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  return unit ? Number(count) * SECONDS[unit] : undefined;
}

const text = z.string('must be a text').trim().min(1, 'must not be empty');
const result = z
  .enum(['success', 'failure'], "must be 'success' or 'failure'")
  .optional();

const deploymentsSchema = z.strictObject({
  measure: z.literal('deployments'),
  environment: text.optional(),
  tier: z
    .enum(
      environmentTierSchema.options,
      `must be one of ${environmentTierSchema.options.join(', ')}`,
    )
    .optional(),
  failsWithin: durationSchema({
    min: SECONDS.m,
    max: 7 * SECONDS.d,
    words: '1m to 7d',
  }).default(SECONDS.h),
  incidents: z.boolean('must be true or false').optional(),
  result,
});

const runsSchema = z.strictObject({
  measure: z.literal('runs'),
  pipeline: text.optional(),
  branch: text.optional(),
  maxDuration: durationSchema({
    min: SECONDS.s,
    max: SECONDS.d,
    words: '1s to 1d',
  }).optional(),
  result,
});

const specSchema = z.discriminatedUnion(
  'measure',
  [deploymentsSchema, runsSchema],
  { error: "must be 'deployments' or 'runs'" },
);

const UNKNOWN_KEY =
  'is not known: deployments are chosen by environment, tier, failsWithin, incidents and result, runs by pipeline, branch, maxDuration and result';

type DeliverySpec = z.output<typeof specSchema>;

/** Reads a query, or says what is wrong with it. */
export function readDeliverySpec(
  { spec }: SloSourceQuery,
  part: SloQueryPart,
): { query: DeliveryQuery } | { problems: SloQueryProblem[] } {
  const parsed = specSchema.safeParse(spec);
  const problems = parsed.success
    ? problemsOfPart(parsed.data, part)
    : fieldIssues(parsed.error, { unknownKey: UNKNOWN_KEY });
  return parsed.success && problems.length === 0
    ? { query: toQuery(parsed.data) }
    : { problems };
}

function toQuery(spec: DeliverySpec): DeliveryQuery {
  if (spec.measure === 'deployments') {
    const { failsWithin, incidents, ...rest } = spec;
    return {
      ...rest,
      failsWithinMinutes: Math.ceil(failsWithin / 60),
      withIncidents: incidents,
    };
  }
  const { maxDuration, ...rest } = spec;
  return { ...rest, maxDurationSeconds: maxDuration };
}

/** Good or bad events are a part of the total, and a filter makes them one. */
function problemsOfPart(
  spec: DeliverySpec,
  part: SloQueryPart,
): SloQueryProblem[] {
  const { measure, result: outcome } = spec;
  const maxDuration = measure === 'runs' ? spec.maxDuration : undefined;
  const ofResult = (message: string) => [{ message, path: ['result'] }];
  const ofMaxDuration = (message: string) => [
    { message, path: ['maxDuration'] },
  ];
  switch (part) {
    case 'total':
      return [
        ...(outcome === undefined
          ? []
          : ofResult('has no place in the total: that is all of them')),
        ...(maxDuration === undefined
          ? []
          : ofMaxDuration('has no place in the total: that is all of them')),
      ];
    case 'good':
      if (outcome === 'failure') {
        return ofResult("of good events must be 'success'");
      }
      return outcome === undefined && maxDuration === undefined
        ? ofResult(
            measure === 'runs'
              ? "has to say which runs are good: 'success', unless 'maxDuration' does"
              : "has to say which deployments are good: 'success'",
          )
        : [];
    case 'bad':
      if (maxDuration !== undefined) {
        return ofMaxDuration(
          'goes with good events: whatever took longer is the rest',
        );
      }
      return outcome === 'failure'
        ? []
        : ofResult(`has to say which ${measure} are bad: 'failure'`);
    case 'raw':
    case 'threshold':
      return [
        {
          message:
            "Delivery counts events and has no value for each minute; write a ratioMetric, with 'maxDuration' on its good events where it is about how long runs take",
        },
      ];
    default:
      return part satisfies never;
  }
}
