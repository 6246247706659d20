import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';

/** What somebody says of a view of the catalog that they save. */
export const saveViewSchema = z.object({
  title: z.string().trim().min(1).max(60),
  query: z
    .string()
    .max(2000)
    .describe('What stands after the ? in the address of the catalog.'),
  teamRef: entityRefSchema
    .optional()
    .describe('The group that it is for; only for oneself without.'),
});

/** What somebody says of a view that they save. */
export type SaveView = z.infer<typeof saveViewSchema>;

/** A saved view of the catalog. */
export const savedViewSchema = saveViewSchema.extend({
  id: z.uuid(),
  authorRef: entityRefSchema,
  createdAt: z.string(),
  canDelete: z.boolean(),
});

/** A saved view of the catalog. */
export type SavedView = z.infer<typeof savedViewSchema>;
