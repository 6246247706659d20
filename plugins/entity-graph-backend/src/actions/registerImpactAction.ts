import { parseInput } from '@atrium/common';
import { impactQuerySchema } from '@atrium/plugin-entity-graph-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ImpactReads } from '../services/ImpactReads';
import { describeReasons } from '../services/writeChangeNotice';

interface ImpactActionOptions {
  impact: Pick<ImpactReads, 'getImpact'>;
}

/** An agent reads the heaviest; the page has all. */
const MAX_LISTED = 50;

/** Lets agents ask what fails with something, and whom to call. */
export function registerImpactAction(
  registry: ActionsRegistryService,
  { impact }: ImpactActionOptions,
): void {
  registry.register({
    name: 'impact',
    title: 'Find what fails with an entity',
    description:
      'What depends on a component, API, resource or system, directly or by way of others, and which teams to call if it fails: heaviest first, by tier, remaining error budget and cost. Use it before a risky change or during an incident.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'The full entity ref, for example component:default/payment-service.',
            ),
          hops: z
            .number()
            .int()
            .min(1)
            .max(6)
            .optional()
            .describe('How far to follow dependencies; 4 by default.'),
        }),
      output: z =>
        z.object({
          affected: z
            .array(
              z.object({
                entityRef: z.string().describe('What can fail with it.'),
                ownerRef: z.string().optional().describe('Who owns it.'),
                hops: z.number().describe('How far away it is.'),
                weight: z.number().describe('From 0 to 100.'),
                why: z.string().describe('What makes it weigh.'),
                via: z.array(z.string()).describe('What stands between.'),
              }),
            )
            .describe('The heaviest 50, heaviest first.'),
          totalAffected: z.number().describe('How many there are in all.'),
          teams: z
            .array(
              z.object({
                ownerRef: z.string().optional().describe('Absent for nobody.'),
                title: z.string().optional().describe('The name of the team.'),
                entities: z.number().describe('How many of theirs can fail.'),
                contacts: z
                  .array(z.string())
                  .describe('Addresses where they are reached.'),
              }),
            )
            .describe('Whom to call, heaviest first.'),
        }),
    },
    examples: [
      {
        title: 'What fails with the ledger',
        input: { entityRef: 'component:default/ledger-service' },
      },
    ],
    action: async ({ input, credentials }) => {
      const query = parseInput(impactQuerySchema, input);
      const found = await impact.getImpact(query, { credentials });
      return {
        output: {
          affected: found.affected.slice(0, MAX_LISTED).map(node => ({
            entityRef: node.entityRef,
            ownerRef: node.ownerRef,
            hops: node.hops,
            weight: node.weight,
            why: describeReasons(node.reasons),
            via: node.via,
          })),
          totalAffected: found.affected.length + found.leftOut,
          teams: found.teams.map(({ ownerRef, title, entities, contacts }) => ({
            ownerRef,
            title,
            entities,
            contacts: contacts.map(({ url }) => url),
          })),
        },
      };
    },
  });
}
