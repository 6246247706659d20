import { parseInput } from '@atrium/common';
import { diffQuerySchema } from '@atrium/plugin-api-history-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { HistoryService } from '../services/HistoryService';

/** An agent reads all of it; more than this says less. */
const MAX_CHANGES = 100;

/** Registers `get-api-changes`: what changed between two versions of an API. */
export function createGetApiChangesAction(
  registry: ActionsRegistryService,
  history: HistoryService,
): void {
  registry.register({
    name: 'get-api-changes',
    title: 'Get the changes of an API',
    description: `
Tells what changed between two versions of the definition of an API in the
catalog, breaking changes first. Without numbers it compares the newest valid
version with the one before. A breaking change stops consumers that follow the
old definition, a risky one may, a compatible one does not.
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
          from: z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('Number of the older version'),
          to: z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('Number of the newer version'),
        }),
      output: z =>
        z.object({
          from: z.number().describe('Number of the older version'),
          to: z.number().describe('Number of the newer version'),
          isSemantic: z
            .boolean()
            .describe('Whether the two could be compared in meaning'),
          reason: z.string().optional().describe('Why they could not'),
          counts: z
            .object({
              breaking: z.number(),
              risky: z.number(),
              compatible: z.number(),
            })
            .describe('How many changes there are of each severity'),
          changes: z
            .array(
              z.object({
                severity: z.enum(['breaking', 'risky', 'compatible']),
                message: z.string().describe('What changed'),
                locations: z
                  .array(z.string())
                  .describe('Where it is felt, such as POST /refunds'),
                path: z.string().optional().describe('The spot inside'),
                before: z.string().optional().describe('The old value'),
                after: z.string().optional().describe('The new value'),
              }),
            )
            .describe(`Breaking ones first, at most ${MAX_CHANGES}`),
        }),
    },
    action: async ({ input, credentials }) => {
      const query = parseInput(diffQuerySchema, input);
      const diff = await history.diff(query, { credentials });
      return {
        output: {
          from: diff.from.number,
          to: diff.to.number,
          isSemantic: diff.isSemantic,
          reason: diff.reason,
          counts: diff.counts,
          changes: diff.changes
            .slice(0, MAX_CHANGES)
            .map(({ severity, message, locations, path, before, after }) => ({
              severity,
              message,
              locations,
              path,
              before,
              after,
            })),
        },
      };
    },
  });
}
