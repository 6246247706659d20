import { parseInput } from '@atrium/common';
import {
  type ObjectiveStatus,
  sloListQuerySchema,
} from '@atrium/plugin-slo-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Gates } from '../services/Gates';
import type { SloReads } from '../services/reads/SloReads';

/** What the actions ask. */
export interface SloActionOptions {
  reads: SloReads;
  gates: Gates;
}

/** Lets agents ask how reliable something is, and whether it may change. */
export function registerGetSloStatusAction(
  registry: ActionsRegistryService,
  { reads, gates }: SloActionOptions,
): void {
  registry.register({
    name: 'get-slo-status',
    title: 'Get SLO status',
    description:
      'How the service level objectives of an entity stand: targets, what was measured, how much of the error budget is left, how fast it burns, and whether there is budget left for changes. A system, domain, group or user stands for its entities. Missing data and too little traffic are said as such: they are neither good nor bad.',
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
        const objective = z.object({
          name: z.string().describe('The objective within its SLO.'),
          target: z.number().describe('The part that has to be good.'),
          state: z
            .string()
            .describe('breached, at-risk, no-data, not-enough-traffic or ok.'),
          sli: z.number().optional().describe('The part that was good.'),
          budgetRemaining: z
            .number()
            .optional()
            .describe('1 is the whole error budget, below 0 it is overspent.'),
          burnRateLastHour: z
            .number()
            .optional()
            .describe('1 spends exactly the budget.'),
          projectedExhaustion: z
            .string()
            .optional()
            .describe('When the budget is spent if it goes on like this.'),
          alert: z.string().describe('none, pending or firing.'),
        });
        return z.object({
          gate: z
            .string()
            .describe(
              'open, closed, overridden or unknown: whether there is error budget for changes.',
            ),
          slos: z
            .array(
              z.object({
                entityRef: z.string().describe('Whose SLO it is.'),
                name: z.string().describe('Its name.'),
                displayName: z.string().optional().describe('Its title.'),
                state: z.string().describe('The worst of its objectives.'),
                objectives: z.array(objective).describe('Its objectives.'),
              }),
            )
            .describe('The SLOs, worst first, at most 200.'),
        });
      },
    },
    examples: [
      {
        title: 'Whether a service has error budget left',
        input: { entityRef: 'component:default/payment-service' },
      },
    ],
    action: async ({ input, credentials }) => {
      const query = parseInput(sloListQuerySchema, {
        entityRef: input.entityRef,
        limit: 200,
      });
      const [entityRef] = query.entityRef ?? [];
      const [page, gate] = await Promise.all([
        reads.list(query, { credentials }),
        gates.getGate(entityRef, { credentials }),
      ]);
      return {
        output: {
          gate: gate.state,
          slos: page.items.map(slo => ({
            entityRef: slo.entityRef,
            name: slo.name,
            displayName: slo.displayName,
            state: slo.state,
            objectives: slo.objectives.map(toOutput),
          })),
        },
      };
    },
  });
}

function toOutput(objective: ObjectiveStatus) {
  return {
    name: objective.displayName ?? objective.objectiveId,
    target: objective.target,
    state: objective.state,
    sli: objective.sli,
    budgetRemaining: objective.budgetRemaining,
    burnRateLastHour: objective.burnRates.find(
      ({ windowMinutes }) => windowMinutes === 60,
    )?.burnRate,
    projectedExhaustion: objective.projectedExhaustion,
    alert: objective.alert.state,
  };
}
