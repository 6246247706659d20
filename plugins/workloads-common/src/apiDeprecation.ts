import { z } from 'zod';

/** An API version that Kubernetes gives up. */
export const apiDeprecationSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  deprecatedIn: z.string().describe('A minor release, for example 1.21.'),
  removedIn: z
    .string()
    .optional()
    .describe('The first minor release without it, once it is known.'),
  replacement: z.string().optional().describe('The API version to use.'),
  isRemoved: z
    .boolean()
    .describe('Whether the cluster is as new as the release without it.'),
});

/** An API version that Kubernetes gives up. */
export type ApiDeprecation = z.infer<typeof apiDeprecationSchema>;
