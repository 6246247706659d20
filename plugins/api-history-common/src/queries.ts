import {
  entityRefSchema,
  instantSchema,
  pageQuerySchema,
} from '@atrium/common';
import { z } from 'zod';

/** `GET /versions`: the versions of an API, newest first. */
export const listVersionsQuerySchema = pageQuerySchema.extend({
  entityRef: entityRefSchema,
});

/** `GET /versions` as a client writes it. */
export type ListVersionsQuery = z.input<typeof listVersionsQuerySchema>;

const versionNumberSchema = z.coerce
  .number<number>()
  .int()
  .min(1)
  .max(2_147_483_647);

/** `GET /diff` and `GET /diff/lines`: two versions by their numbers. */
export const diffQuerySchema = z.object({
  entityRef: entityRefSchema,
  /** Default: the last valid version before `to`. */
  from: versionNumberSchema.optional(),
  /** Default: the newest valid version. */
  to: versionNumberSchema.optional(),
});

/** `GET /diff` and `GET /diff/lines` as a client writes it. */
export type DiffQuery = z.input<typeof diffQuerySchema>;

/** `GET /breaking`: versions that broke something, newest first. */
export const listBreakingQuerySchema = pageQuerySchema.extend({
  /** Only this API. */
  entityRef: entityRefSchema.optional(),
  /**
   * Only APIs that this owner, or any of several, has to do with in the way `as`
   * says. Repeat the parameter for a user and their groups.
   */
  ownerRef: z
    .union([entityRefSchema, z.array(entityRefSchema).min(1).max(20)])
    .transform(refs => [refs].flat())
    .optional(),
  /**
   * `consumer`: APIs that components of the owners consume. `provider`: APIs
   * that the owners own.
   */
  as: z.enum(['consumer', 'provider']).default('consumer'),
  /** Only versions noticed at or after this instant. Default: 90 days ago. */
  since: instantSchema.optional(),
});

/** `GET /breaking` as a client writes it. */
export type ListBreakingQuery = z.input<typeof listBreakingQuerySchema>;
