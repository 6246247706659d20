import { fieldMessagesSchema, moneySchema } from '@atrium/common';
import { fileProblemSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { objectSchemaSchema } from '../definition/jsonSchema';
import {
  deletionPolicySchema,
  matchSchema,
} from '../definition/resourceDefinition';

/** A type of resource that can be asked for. */
export const typeSummarySchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string().optional(),
  icon: z.string().optional(),
  parameters: objectSchemaSchema,
  outputs: objectSchemaSchema,
  messages: fieldMessagesSchema
    .optional()
    .describe(
      'Of its texts by their path, such as `parameters.extensions.title`, where the portal brings the type along.',
    ),
});

/** A type of resource that can be asked for. */
export type TypeSummary = z.infer<typeof typeSummarySchema>;

/** A definition, without the inputs of its driver. */
export const definitionSummarySchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string().optional(),
  type: z.string(),
  driver: z.string(),
  match: matchSchema,
  defaults: z.record(z.string(), z.json()),
  plans: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      description: z.string().optional(),
      monthlyPrice: moneySchema.optional(),
    }),
  ),
  defaultPlan: z.string(),
  quotaPerOwner: z.number().optional(),
  needsApproval: z.boolean(),
  approverRefs: z.array(z.string()),
  lease: z
    .object({
      defaultDays: z.number(),
      maximumDays: z.number(),
      graceDays: z.number(),
    })
    .optional(),
  deletion: deletionPolicySchema,
  source: z.string().describe('The page of the file it is written in.'),
  liveCount: z.number().describe('Resources made by it that are there.'),
  removedAt: z
    .string()
    .optional()
    .describe(
      'Since when its file does not have it any more although resources live by it: they go on by what was read last, and nothing new is made.',
    ),
});

/** A definition, without the inputs of its driver. */
export type DefinitionSummary = z.infer<typeof definitionSummarySchema>;

/** A driver, as it describes itself. */
export const driverSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  types: z.array(z.string()),
  inputs: objectSchemaSchema,
  hasSnapshots: z
    .boolean()
    .describe('Whether it can keep the data of what is deleted.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('Of its texts by their path, such as `inputs.server.title`.'),
});

/** A file of types and definitions. */
export const definitionFileSchema = z.object({
  source: z.string().describe('Its page, or its path in the folder.'),
  origin: z
    .enum(['folder', 'repository'])
    .describe('Only those of repositories are written in the portal.'),
  isRefused: z.boolean().describe('Whether its repository may not define.'),
  checkedAt: z.string().optional().describe('When it was read last.'),
});

/** A file of types and definitions. */
export type DefinitionFile = z.infer<typeof definitionFileSchema>;

/** An environment of this organisation. */
export const environmentSchema = z.object({
  name: z.string(),
  type: z.string(),
  title: z.string(),
});

/** An environment of this organisation. */
export type Environment = z.infer<typeof environmentSchema>;

/** The answer of `GET /definitions`. */
export const definitionsSchema = z.object({
  types: z.array(typeSummarySchema),
  definitions: z.array(definitionSummarySchema),
  drivers: z.array(driverSummarySchema),
  environments: z.array(environmentSchema),
  files: z.array(definitionFileSchema),
  problems: z.array(fileProblemSchema),
  checkedAt: z.string().optional(),
});

/** All that can be asked for here, and what is wrong with it. */
export type Definitions = z.infer<typeof definitionsSchema>;
