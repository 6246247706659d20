import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';

/** Lets agents read how a step of a template is written. */
export function registerGetScaffolderActionAction(
  registry: ActionsRegistryService,
  { scaffolder }: { scaffolder: ScaffolderService },
): void {
  registry.register({
    name: 'get-scaffolder-action',
    title: 'Get an action that steps of a template run',
    description:
      'What one action does, the JSON schemas of its input and output, and examples.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          id: z.string().describe('As find-scaffolder-actions answers it.'),
        }),
      output: z =>
        z.object({
          id: z.string(),
          description: z.string(),
          inputSchema: z.object({}).passthrough(),
          outputSchema: z.object({}).passthrough(),
          examples: z.array(
            z.object({
              description: z.string().optional(),
              example: z.string(),
            }),
          ),
        }),
    },
    examples: [{ title: 'How to log', input: { id: 'debug:log' } }],
    action: async ({ input, credentials }) => {
      const actions = await scaffolder.listActions(undefined, { credentials });
      const action = actions.find(({ id }) => id === input.id);
      if (!action) {
        throw new NotFoundError(`No scaffolder action '${input.id}'`);
      }
      return {
        output: {
          id: action.id,
          description: action.description ?? '',
          inputSchema: { ...action.schema?.input },
          outputSchema: { ...action.schema?.output },
          examples: action.examples ?? [],
        },
      };
    },
  });
}
