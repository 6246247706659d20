import { pageQuerySchema } from '@atrium/common';
import { z } from 'zod';

const text = z.string().trim().min(1).max(500);

/** Which packages to look for. */
const packageShape = {
  purl: text
    .optional()
    .describe('With a version, exactly that: `pkg:npm/lodash@4.17.20`.'),
  name: text
    .optional()
    .describe('Of the package, where the package URL is not known.'),
  version: text
    .optional()
    .describe(
      'Exact, the start of one (`2.14.*`), or a range such as `>=4.0.0 <4.17.21` where the ecosystem uses semantic versions.',
    ),
};

const isOneName = ({ purl, name }: { purl?: string; name?: string }) =>
  (purl === undefined) !== (name === undefined);
const oneName = { message: "takes either 'purl' or 'name'", path: ['purl'] };

/** The query of `GET /components`. */
export const componentQuerySchema = pageQuerySchema
  .extend(packageShape)
  .refine(isOneName, oneName);

/** The query of `GET /components.csv`. */
export const componentExportQuerySchema = z
  .object(packageShape)
  .refine(isOneName, oneName);

/** Which packages to look for. */
export type ComponentQuery = z.output<typeof componentQuerySchema>;

/** An entity that uses a package. */
export const componentUserSchema = z.object({
  entityRef: z.string(),
  ownerRefs: z.array(z.string()),
  purl: z.string().optional(),
  name: z.string(),
  version: z.string().optional(),
  dependency: z
    .enum(['direct', 'transitive', 'unknown'])
    .describe('Unknown where the bill of materials does not say.'),
  since: z.string().describe('When this version was first in an upload.'),
  tool: z.string().describe('Which wrote the bill of materials.'),
  category: z.string().describe('As the upload called it; may be empty.'),
});

/** An entity that uses a package. */
export type ComponentUser = z.infer<typeof componentUserSchema>;
