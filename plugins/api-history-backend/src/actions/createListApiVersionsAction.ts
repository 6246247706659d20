import { parseInput } from '@atrium/common';
import { listVersionsQuerySchema } from '@atrium/plugin-api-history-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { HistoryService } from '../services/HistoryService';

/** Registers `list-api-versions`: which versions an API has had. */
export function createListApiVersionsAction(
  registry: ActionsRegistryService,
  history: HistoryService,
): void {
  registry.register({
    name: 'list-api-versions',
    title: 'List the versions of an API',
    description: `
Lists the versions that the definition of an API in the catalog has had, newest
first: when each came, whether it is valid, and how many breaking, risky and
compatible changes it brought. Ask get-api-changes what these changes are.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'The full ref of the API, such as api:default/payment-api',
            ),
          limit: z
            .number()
            .int()
            .min(1)
            .max(50)
            .optional()
            .describe('How many versions to list. Default: 10'),
        }),
      output: z =>
        z.object({
          totalVersions: z.number().describe('How many versions there are'),
          versions: z
            .array(
              z.object({
                number: z.number().describe('Counted from 1'),
                version: z
                  .string()
                  .optional()
                  .describe('What the definition calls itself'),
                createdAt: z.string().describe('When the portal noticed it'),
                isValid: z.boolean().describe('Whether it can be read'),
                error: z.string().optional().describe('Why it cannot be read'),
                commit: z
                  .string()
                  .optional()
                  .describe('The commit that brought it, where known'),
                breaking: z
                  .number()
                  .optional()
                  .describe(
                    'Breaking changes; absent when nothing was compared',
                  ),
                risky: z.number().optional().describe('Risky changes'),
                compatible: z
                  .number()
                  .optional()
                  .describe('Compatible changes'),
              }),
            )
            .describe('Newest first'),
        }),
    },
    action: async ({ input, credentials }) => {
      const query = parseInput(listVersionsQuerySchema, {
        entityRef: input.entityRef,
        limit: input.limit ?? 10,
      });
      const page = await history.listVersions(query, { credentials });
      return {
        output: {
          totalVersions: page.totalItems,
          versions: page.items.map(item => ({
            number: item.number,
            version: item.version,
            createdAt: item.createdAt,
            isValid: item.isValid,
            error: item.error?.message,
            commit: item.commit?.id,
            ...item.counts,
          })),
        },
      };
    },
  });
}
