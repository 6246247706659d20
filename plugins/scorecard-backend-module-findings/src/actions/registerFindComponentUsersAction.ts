import { parseInput } from '@atrium/common';
import { componentQuerySchema } from '@atrium/plugin-scorecard-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionOptions } from './ActionOptions';

/** Lets agents ask who uses a package. */
export function registerFindComponentUsersAction(
  registry: ActionsRegistryService,
  { components }: Pick<ActionOptions, 'components'>,
): void {
  registry.register({
    name: 'find-component-users',
    title: 'Find component users',
    description:
      'Which entities use a package, in which version, and who owns them, by their bills of materials. Use it when a package turns out to be vulnerable, or before it is retired.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          purl: z
            .string()
            .optional()
            .describe('A package URL: `pkg:npm/lodash@4.17.20`.'),
          name: z
            .string()
            .optional()
            .describe('The name, where the package URL is not known.'),
          version: z
            .string()
            .optional()
            .describe('Exact, `2.14.*`, or a range of semantic versions.'),
        }),
      output: z =>
        z.object({
          totalItems: z.number().describe('How many uses there are.'),
          users: z
            .array(
              z.object({
                entityRef: z.string(),
                ownerRefs: z.array(z.string()).describe('Whom to ask.'),
                package: z.string(),
                version: z.string().optional(),
                dependency: z
                  .string()
                  .describe('direct, transitive or unknown.'),
                since: z.string(),
              }),
            )
            .describe('The first 50.'),
        }),
    },
    examples: [
      {
        title: 'Who uses Log4j 2.14',
        input: {
          purl: 'pkg:maven/org.apache.logging.log4j/log4j-core',
          version: '2.14.*',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const query = parseInput(componentQuerySchema, input);
      const page = await components.list(query, { credentials });
      return {
        output: {
          totalItems: page.totalItems,
          users: page.items.map(user => ({
            entityRef: user.entityRef,
            ownerRefs: user.ownerRefs,
            package: user.purl ?? user.name,
            version: user.version,
            dependency: user.dependency,
            since: user.since,
          })),
        },
      };
    },
  });
}
