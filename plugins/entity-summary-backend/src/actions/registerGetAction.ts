import { entityRefSchema, parseInput } from '@atrium/common';
import type { EntitySummary } from '@atrium/plugin-entity-summary-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Summaries } from '../summary/Summaries';

/** Lets agents ask how one entity is, and what changed about it. */
export function registerGetAction(
  registry: ActionsRegistryService,
  { summaries }: { summaries: Pick<Summaries, 'get'> },
): void {
  registry.register({
    name: 'get',
    title: 'Get how an entity is',
    description:
      'How a component, API, resource, system or team is at a glance: each part (delivery, SLOs, what runs, level, cost, findings) with its health, open incidents with the deployment that they probably come from, and what changed in the last 7 days. Use it first when something is wrong with a service. A part that could not be read says so, and is not to be taken for good.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Such as component:default/payment-service.'),
        }),
      output: z =>
        z.object({
          title: z.string().describe('What people call it.'),
          ownerRef: z.string().optional().describe('Who owns it.'),
          health: z.string().describe('The worst of what is known.'),
          healthReason: z.string().optional().describe('What makes it so.'),
          parts: z
            .array(
              z.object({
                part: z.string().describe('What it is about.'),
                state: z
                  .string()
                  .describe('ready, absent, unavailable or hidden.'),
                health: z.string().optional().describe('Where it is ready.'),
              }),
            )
            .describe('Each part.'),
          incidents: z
            .array(
              z.object({
                description: z.string().optional().describe('What it is.'),
                since: z.string().optional().describe('When it began.'),
                url: z.string().optional().describe('Its page.'),
                suspectedVersion: z
                  .string()
                  .optional()
                  .describe('The version that it probably comes from.'),
              }),
            )
            .describe('Open ones, the oldest first.'),
          changes: z
            .array(
              z.object({
                kind: z.string().describe('What happened.'),
                at: z.string().describe('When, in UTC.'),
                title: z.string().describe('What it is about.'),
                detail: z.string().optional().describe('Such as where.'),
              }),
            )
            .describe('Of the last 7 days, the newest first.'),
          dependsOn: z.array(z.string()).describe('Refs, the worst first.'),
          usedBy: z.array(z.string()).describe('Refs, the worst first.'),
        }),
    },
    examples: [
      {
        title: 'How a service is',
        input: { entityRef: 'component:default/payment-service' },
      },
    ],
    action: async ({ input, credentials }) => {
      const entityRef = parseInput(entityRefSchema, input.entityRef);
      const summary = await summaries.get(entityRef, { credentials });
      return { output: toOutput(summary) };
    },
  });
}

function toOutput(summary: EntitySummary) {
  const { entity, parts, neighbours } = summary;
  return {
    title: entity.title ?? entity.name,
    ownerRef: entity.ownerRef,
    health: entity.health,
    healthReason: entity.healthReason,
    parts: Object.entries(parts).map(([part, answer]) => ({
      part,
      state: answer.state,
      health: answer.state === 'ready' ? answer.value.health : undefined,
    })),
    incidents: summary.incidents.map(one => ({
      description: one.description,
      since: one.since,
      url: one.url,
      suspectedVersion: one.suspect?.version,
    })),
    changes: summary.changes.map(({ kind, at, title, detail }) => ({
      kind,
      at,
      title,
      detail,
    })),
    dependsOn: neighbours.dependsOn.map(row => row.entityRef),
    usedBy: neighbours.usedBy.map(row => row.entityRef),
  };
}
