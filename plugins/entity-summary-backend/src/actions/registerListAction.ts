import { parseInput } from '@atrium/common';
import { entityListQuerySchema } from '@atrium/plugin-entity-summary-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { EntityLists } from '../services/EntityLists';

/** Lets agents ask which entities there are, and how each is. */
export function registerListAction(
  registry: ActionsRegistryService,
  { lists }: { lists: Pick<EntityLists, 'list'> },
): void {
  registry.register({
    name: 'list',
    title: 'List entities with their health',
    description:
      'Which components, APIs, resources, systems and teams there are, with owner, health and what makes it so, the version in production and the level each holds. Use it to answer which services of a team are in trouble, or to find an entity by a word. An owner may be a group, which stands for the groups below it, or a person, who stands for their teams.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          kind: z.string().optional().describe('Such as component or api.'),
          ownerRef: z.string().optional().describe('A group or a user.'),
          systemRef: z.string().optional().describe('The ref of a system.'),
          health: z
            .array(z.enum(['bad', 'warning', 'good', 'unknown']))
            .optional()
            .describe('One of these.'),
          text: z.string().optional().describe('In name, title or tags.'),
          sort: z.enum(['name', 'health', 'deployedAt']).optional(),
        }),
      output: z =>
        z.object({
          totalItems: z.number().describe('How many there are.'),
          entities: z
            .array(
              z.object({
                entityRef: z.string().describe('The full entity ref.'),
                title: z.string().describe('What people call it.'),
                ownerRef: z.string().optional().describe('Who owns it.'),
                lifecycle: z.string().optional().describe('How far it is.'),
                health: z
                  .string()
                  .describe('bad, warning, good, or unknown: not measured.'),
                healthReason: z
                  .string()
                  .optional()
                  .describe(
                    'incident, slo, runtime, provisioning, delivery or findings.',
                  ),
                openIncidents: z.number().describe('In production, now.'),
                version: z.string().optional().describe('In production.'),
                level: z.string().optional().describe('That it holds.'),
              }),
            )
            .describe('The first 50.'),
        }),
    },
    examples: [
      {
        title: 'What of my teams is in trouble',
        input: {
          ownerRef: 'group:default/payments',
          health: ['bad', 'warning'],
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const query = parseInput(entityListQuerySchema, input);
      const { items, totalItems } = await lists.list(query, { credentials });
      return {
        output: {
          totalItems,
          entities: items.map(row => ({
            entityRef: row.entityRef,
            title: row.title ?? row.name,
            ownerRef: row.ownerRef,
            lifecycle: row.lifecycle,
            health: row.health,
            healthReason: row.healthReason,
            openIncidents: row.openIncidents,
            version: row.version,
            level: row.level?.level,
          })),
        },
      };
    },
  });
}
