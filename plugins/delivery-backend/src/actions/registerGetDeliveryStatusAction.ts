import { entityRefSchema, parseInput } from '@atrium/common';
import { hasSeveralServices } from '@atrium/plugin-delivery-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DeliveryReads } from '../services/reads/DeliveryReads';

const LISTED = 10;

/** Lets agents ask what was built and what runs where. */
export function registerGetDeliveryStatusAction(
  registry: ActionsRegistryService,
  { reads }: { reads: DeliveryReads },
): void {
  registry.register({
    name: 'get-delivery-status',
    title: 'Get delivery status',
    description:
      'What was built last and what runs where, for a component, or for the components of a system, domain, group or user: the newest pipeline runs, the version in each environment, and the open incidents in production.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'The full entity ref, for example component:default/payment-service.',
            ),
        }),
      output: z => {
        const run = z.object({
          id: z.string().describe('Identifies the run here.'),
          entityRef: z.string().optional().describe('Whose run it is.'),
          pipeline: z.string().describe('The name of the pipeline.'),
          branch: z.string().optional().describe('The branch it built.'),
          status: z.string().describe('queued, running or finished.'),
          outcome: z
            .string()
            .optional()
            .describe('success, failure, error or cancelled, once finished.'),
          startedAt: z.string().optional().describe('When it started.'),
          durationSeconds: z.number().optional().describe('How long it took.'),
          url: z.string().optional().describe('Its log.'),
        });
        const environment = z.object({
          entityRef: z.string().describe('The component.'),
          environment: z.string().describe('The name of the environment.'),
          service: z
            .string()
            .optional()
            .describe('Which service it is, where the component has several.'),
          version: z.string().optional().describe('What runs there.'),
          since: z.string().describe('When it was deployed.'),
          deployedBy: z.string().optional().describe('Who deployed it.'),
          changesBehind: z
            .number()
            .optional()
            .describe('Merged changes that the environment before has.'),
        });
        const incident = z.object({
          entityRef: z.string().optional().describe('What is affected.'),
          description: z.string().optional().describe('What happened.'),
          detectedAt: z.string().optional().describe('Since when.'),
          url: z.string().optional().describe('A page about it.'),
        });
        return z.object({
          runs: z.array(run).describe('The newest pipeline runs.'),
          environments: z.array(environment).describe('What runs where.'),
          openIncidents: z
            .array(incident)
            .describe('The newest open incidents in production.'),
        });
      },
    },
    examples: [
      {
        title: 'What runs where',
        input: { entityRef: 'component:default/payment-service' },
      },
    ],
    action: async ({ input, credentials }) => {
      const entityRef = parseInput(entityRefSchema, input.entityRef);
      const options = { credentials };
      const [runs, matrix, incidents] = await Promise.all([
        reads.list('listRuns', { entityRef, limit: LISTED }, options),
        reads.getEnvironments(entityRef, options),
        reads.list(
          'listIncidents',
          {
            entityRef,
            limit: LISTED,
            filters: { state: 'open', tier: 'production' },
          },
          options,
        ),
      ]);
      return {
        output: {
          runs: runs.items.map(run => ({
            id: run.id,
            entityRef: run.entityRef,
            pipeline: run.pipeline,
            branch: run.branch,
            status: run.status,
            outcome: run.outcome,
            startedAt: run.startedAt,
            durationSeconds: run.durationSeconds,
            url: run.url,
          })),
          environments: matrix.items.flatMap(component => {
            const isNamed = hasSeveralServices(
              component.cells.map(({ deployment }) => deployment),
            );
            return component.cells
              .filter(({ isRunning }) => isRunning)
              .map(({ environment, deployment, comparedWith }) => ({
                entityRef: component.entityRef,
                environment,
                service: isNamed ? deployment.service : undefined,
                version: deployment.version,
                since: deployment.at,
                deployedBy: deployment.actor,
                changesBehind: comparedWith?.changesBehind,
              }));
          }),
          openIncidents: incidents.items.map(incident => ({
            entityRef: incident.entityRef,
            description: incident.description,
            detectedAt: incident.detectedAt,
            url: incident.url,
          })),
        },
      };
    },
  });
}
