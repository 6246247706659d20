import { documentMetadataSchema, nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { objectSchemaSchema } from './jsonSchema';

/** What a kind of resource takes and gives, whoever makes it: `postgres`. */
export const resourceTypeSchema = z.strictObject({
  apiVersion: z.literal('atrium.dev/v1'),
  kind: z.literal('ResourceType'),
  metadata: documentMetadataSchema,
  spec: z.strictObject({
    icon: nameSchema
      .optional()
      .describe('One of database, cache, queue, topic, storage or resource.'),
    parameters: objectSchemaSchema
      .prefault({})
      .describe('What the requester says.'),
    outputs: objectSchemaSchema
      .prefault({})
      .describe(
        'What a workload gets. An output with `writeOnly: true` is a secret.',
      ),
  }),
});

/** What a kind of resource takes and gives, whoever makes it. */
export type ResourceType = z.infer<typeof resourceTypeSchema>;
