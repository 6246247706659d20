import type { FieldIssue } from '@atrium/common/yaml';
import { z } from 'zod';
import { nominalMinutes, parseDuration } from '../definition/duration';
import { inlineAlertPolicySchema } from './alertSchemas';
import { referenceOr } from './referenceOr';
import { descriptionSchema, nameSchema } from './fieldSchemas';
import { inlineSliSchema } from './indicatorSchemas';
import {
  type OpenSloObjective,
  objectiveSchema,
  sliceMinutes,
} from './objectiveSchema';
import { DEFAULT_WINDOW, timeWindowSchema } from './timeWindowSchema';

const sloSpecFields = z.strictObject({
  description: descriptionSchema.optional(),
  service: z.string().min(1).max(253),
  indicator: inlineSliSchema.optional(),
  indicatorRef: nameSchema.optional(),
  timeWindow: z
    .array(timeWindowSchema)
    .length(1, { message: 'must have exactly one item' })
    .nullish(),
  budgetingMethod: z.enum(['Occurrences', 'Timeslices', 'RatioTimeslices'], {
    error: 'must be one of Occurrences, Timeslices, RatioTimeslices',
  }),
  objectives: z
    .array(objectiveSchema)
    .min(1, { message: 'must have at least one objective' })
    .max(20, { message: 'must have at most 20 objectives' }),
  alertPolicies: z
    .array(
      referenceOr('alertPolicyRef', {
        name: nameSchema,
        inline: inlineAlertPolicySchema,
      }),
    )
    .max(20, { message: 'must have at most 20 alert policies' })
    .nullish(),
});

/** An SLO, as OpenSLO writes it. */
export const sloSpecSchema = sloSpecFields.superRefine((spec, context) => {
  for (const issue of [
    ...checkIndicators(spec),
    ...checkWindow(spec),
    ...spec.objectives.flatMap((objective, index) =>
      checkObjective(spec, objective).map(({ path, message }) => ({
        path: ['objectives', index, ...path],
        message,
      })),
    ),
  ]) {
    context.addIssue({ code: 'custom', ...issue });
  }
});

/** An SLO, as OpenSLO writes it. */
export type OpenSloSpec = z.infer<typeof sloSpecFields>;

function checkIndicators(spec: OpenSloSpec): FieldIssue[] {
  const ofSlo = countIndicators(spec);
  const ofObjectives = spec.objectives.map(countIndicators);
  if (ofSlo > 1) {
    return [
      {
        path: ['indicatorRef'],
        message: 'must not be used together with indicator',
      },
    ];
  }
  if (ofSlo === 1) {
    return ofObjectives.flatMap((count, index) =>
      count > 0
        ? [
            {
              path: ['objectives', index],
              message:
                'must have no indicator of its own, since the SLO has one',
            },
          ]
        : [],
    );
  }
  if (ofObjectives.every(count => count === 0)) {
    return [
      {
        path: ['indicator'],
        message: 'or indicatorRef is required, in the SLO or in each objective',
      },
    ];
  }
  return ofObjectives.flatMap((count, index) =>
    count === 1
      ? []
      : [
          {
            path: ['objectives', index],
            message: 'must have exactly one of indicator and indicatorRef',
          },
        ],
  );
}

function checkWindow({ budgetingMethod, timeWindow, objectives }: OpenSloSpec) {
  const [window] = timeWindow ?? [DEFAULT_WINDOW];
  const duration = parseDuration(window?.duration ?? '');
  if (budgetingMethod === 'Occurrences' || !duration) {
    return [];
  }
  const windowMinutes = nominalMinutes(duration);
  return objectives.flatMap(({ timeSliceWindow }, index): FieldIssue[] =>
    timeSliceWindow !== undefined &&
    sliceMinutes(timeSliceWindow) > windowMinutes
      ? [
          {
            path: ['objectives', index, 'timeSliceWindow'],
            message: 'must not be longer than the time window',
          },
        ]
      : [],
  );
}

function checkObjective(
  { budgetingMethod }: OpenSloSpec,
  objective: OpenSloObjective,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const checkPresence = (
    field: keyof OpenSloObjective,
    rule: { isRequired: boolean; when: string },
  ) => {
    const isGiven = objective[field] !== undefined;
    if (rule.isRequired && !isGiven) {
      issues.push({ path: [field], message: `is required with ${rule.when}` });
    }
    if (!rule.isRequired && isGiven) {
      issues.push({ path: [field], message: `is for ${rule.when} only` });
    }
  };
  if (
    (objective.target === undefined) ===
    (objective.targetPercent === undefined)
  ) {
    issues.push({
      path: ['target'],
      message: 'or targetPercent is required, and not both',
    });
  }
  checkPresence('timeSliceTarget', {
    isRequired: budgetingMethod === 'Timeslices',
    when: 'the budgeting method Timeslices',
  });
  checkPresence('timeSliceWindow', {
    isRequired: budgetingMethod !== 'Occurrences',
    when: 'the budgeting methods Timeslices and RatioTimeslices',
  });
  if (
    objective.compositeWeight !== undefined &&
    countIndicators(objective) === 0
  ) {
    issues.push({
      path: ['compositeWeight'],
      message: 'is for objectives with an indicator of their own only',
    });
  }
  return issues;
}

function countIndicators(holder: {
  indicator?: unknown;
  indicatorRef?: unknown;
}): number {
  return [holder.indicator, holder.indicatorRef].filter(
    indicator => indicator !== undefined,
  ).length;
}
