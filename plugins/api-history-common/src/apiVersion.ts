import { definitionProblemSchema } from '@atrium/api-definitions/problem';
import { z } from 'zod';

/**
 * How many changes of each severity a version brought.
 *
 * @remarks `breaking` stops a consumer that follows the old definition, `risky`
 * may stop one, `compatible` stops none.
 */
export const changeCountsSchema = z.object({
  breaking: z.number().int().min(0),
  risky: z.number().int().min(0),
  compatible: z.number().int().min(0),
});

/** How many changes of each severity a version brought. */
export type ChangeCounts = z.infer<typeof changeCountsSchema>;

/** One kept definition of an API, without its text. */
export const apiVersionSchema = z.object({
  id: z.uuid(),
  entityRef: z.string(),
  /** 1 for the first kept definition of the API, and one more for each next. */
  number: z.number().int().min(1),
  /** What the definition calls itself, such as `info.version` of OpenAPI. */
  version: z.string().optional(),
  /** `spec.type` of the entity: `openapi`, `asyncapi`, `graphql`, `grpc`, … */
  type: z.string(),
  /** When the portal noticed the definition. ISO 8601, UTC. */
  createdAt: z.string(),
  /** The commit that brought it, where the source host told. */
  commit: z.object({ id: z.string(), url: z.string().optional() }).optional(),
  /** Where the entity is defined, for people to open. */
  sourceUrl: z.string().optional(),
  sizeBytes: z.number().int().min(0),
  /** False when the text was too large to be kept. */
  hasDefinition: z.boolean(),
  isValid: z.boolean(),
  /** Present exactly when the definition is not valid. */
  error: definitionProblemSchema.optional(),
  /**
   * The number of the version that `counts` compares with: the last valid one
   * before this. Absent for the first.
   */
  comparedTo: z.number().int().min(1).optional(),
  /**
   * What changed since `comparedTo`. Absent when nothing was compared: the first
   * version, an invalid one, or a type whose meaning the portal cannot read.
   */
  counts: changeCountsSchema.optional(),
});

/** One kept definition of an API, without its text. */
export type ApiVersion = z.infer<typeof apiVersionSchema>;

/** One kept definition of an API with its text. */
export const apiVersionWithDefinitionSchema = apiVersionSchema.extend({
  /** As the team wrote it; absent when `hasDefinition` is false. */
  definition: z.string().optional(),
});

/** One kept definition of an API with its text. */
export type ApiVersionWithDefinition = z.infer<
  typeof apiVersionWithDefinitionSchema
>;
