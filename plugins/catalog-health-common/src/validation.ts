import { z } from 'zod';
import { findingSchema } from './problem';
import { MAX_CATALOG_FILE_LENGTH } from './parseCatalogDocuments';

/** A file to check before it is pushed. */
export const validateFileSchema = z.strictObject({
  /** Where the file is or will be: its page on the default branch. */
  location: z.url({ protocol: /^https?$/ }).max(2_000),
  content: z.string().max(MAX_CATALOG_FILE_LENGTH * 2),
});

/** A file to check before it is pushed. */
export type ValidateFile = z.infer<typeof validateFileSchema>;

/** What the portal would say of the file. */
export const validationSchema = z.object({
  /** Whether all of it would be taken. */
  isValid: z.boolean(),
  findings: z.array(findingSchema),
});

/** What the portal would say of the file. */
export type Validation = z.infer<typeof validationSchema>;
