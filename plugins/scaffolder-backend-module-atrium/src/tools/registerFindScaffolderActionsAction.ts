import { PageCursor, toPage } from '@atrium/backend-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import { z as cursorZ } from 'zod';

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

/** The id of the last action of the page before. */
const pageCursor = new PageCursor(cursorZ.tuple([cursorZ.string()]));

/**
 * Lets agents find the steps that a template may have, page by page.
 *
 * @remarks Takes the place of `list-scaffolder-actions`, which answers with the
 * schemas and examples of all of them at once.
 */
export function registerFindScaffolderActionsAction(
  registry: ActionsRegistryService,
  { scaffolder }: { scaffolder: ScaffolderService },
): void {
  registry.register({
    name: 'find-scaffolder-actions',
    title: 'Find the actions that steps of a template run',
    description:
      'The installed actions by id, with what each does, those whose id or description has the term. Ask get-scaffolder-action for the schema and examples of one.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          term: z
            .string()
            .optional()
            .describe(
              'Part of an id or description, such as github. All without it.',
            ),
          limit: z
            .number()
            .int()
            .min(1)
            .max(MAX_LIMIT)
            .default(DEFAULT_LIMIT)
            .describe('How many to answer with.'),
          cursor: z
            .string()
            .optional()
            .describe('The nextCursor of the page before.'),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({ id: z.string(), description: z.string() })),
          totalItems: z.number().describe('How many all pages have together.'),
          nextCursor: z
            .string()
            .optional()
            .describe('Asks for the next page; absent on the last one.'),
        }),
    },
    examples: [
      {
        title: 'What publishes to GitHub',
        input: { term: 'publish:github', limit: DEFAULT_LIMIT },
      },
    ],
    action: async ({ input, credentials }) => {
      const [after] = pageCursor.decode(input.cursor) ?? [''];
      const term = input.term?.toLocaleLowerCase('en-US') ?? '';
      const actions = await scaffolder.listActions(undefined, { credentials });
      const found = actions
        .map(({ id, description = '' }) => ({ id, description }))
        .filter(action =>
          `${action.id}\n${action.description}`
            .toLocaleLowerCase('en-US')
            .includes(term),
        )
        .sort(byId);
      const rest = found.filter(({ id }) => id > after);
      return {
        output: toPage(rest, {
          limit: input.limit,
          totalItems: found.length,
          toCursor: ({ id }) => pageCursor.encode([id]),
        }),
      };
    },
  });
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
