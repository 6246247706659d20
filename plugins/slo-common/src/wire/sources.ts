import { z } from 'zod';
import type { SloQueryPart } from '../definition/indicatorOf';

const partSchema = z.enum([
  'good',
  'bad',
  'total',
  'raw',
  'threshold',
] satisfies SloQueryPart[]);

/** One field of the `spec` of a query, as a form asks for it. */
export const sloSourceFieldSchema = z.object({
  name: z.string().describe('Its key in `spec`.'),
  label: z.string().describe('In sentence case.'),
  type: z.enum(['text', 'query', 'choice', 'boolean']),
  isRequired: z.boolean().optional(),
  isShared: z
    .boolean()
    .optional()
    .describe('Whether all queries of an indicator say the same.'),
  help: z.string().optional(),
  placeholder: z.string().optional(),
  choices: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .optional()
    .describe('With the type choice.'),
  parts: z
    .array(partSchema)
    .optional()
    .describe('Which queries have it; all of them by default.'),
  onlyWith: z
    .object({ name: z.string(), value: z.string() })
    .optional()
    .describe('Another field, and what that has to say for this one to be.'),
  startsWith: z
    .enum(['service'])
    .optional()
    .describe('What a new SLO is filled with: the service that it is of.'),
});

/** One field of the `spec` of a query, as a form asks for it. */
export type SloSourceField = z.infer<typeof sloSourceFieldSchema>;

/** What a source says about itself, for those who write queries to it. */
export const sloSourceDescriptionSchema = z.object({
  title: z.string(),
  measures: z
    .array(z.enum(['ratio', 'threshold']))
    .describe('What can be measured by it: counts, or values with a limit.'),
  hasCounters: z
    .boolean()
    .describe('Whether its metrics may only grow, so that a form asks.'),
  fields: z.array(sloSourceFieldSchema),
});

/** What a source says about itself, for those who write queries to it. */
export type SloSourceDescription = z.infer<typeof sloSourceDescriptionSchema>;

/** A source that the portal has. */
export const describedSourceSchema = sloSourceDescriptionSchema.extend({
  type: z.string().describe('As `type` of a query names it.'),
});

/** A source that the portal has. */
export type DescribedSource = z.infer<typeof describedSourceSchema>;
