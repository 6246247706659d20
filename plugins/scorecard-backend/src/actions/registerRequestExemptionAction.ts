import { parseInput } from '@atrium/common';
import { createExemptionSchema } from '@atrium/plugin-scorecard-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import { requestExemption } from '../people/exemptions/requestExemption';
import type { ScorecardActionOptions } from './ScorecardActionOptions';

/** Lets agents ask, for a person, that a check is passed over. */
export function registerRequestExemptionAction(
  registry: ActionsRegistryService,
  options: Omit<
    ScorecardActionOptions,
    'initiatives' | 'resultReads' | 'scorecardReads'
  >,
): void {
  registry.register({
    name: 'request-exemption',
    title: 'Request an exemption',
    description:
      'Asks that a check is passed over for an entity for some days. Whoever owns the scorecard decides, and until then nothing changes. Only an owner of the entity may ask; say in the reason why the check cannot be passed now, as they told you.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          scorecard: z.string().describe('The name of the scorecard.'),
          check: z.string().describe('The name of the check.'),
          entityRef: z.string().describe('The full entity ref.'),
          reason: z.string().describe('Why, in 10 to 2,000 characters.'),
          days: z.number().describe('For how many days, from 1 to 365.'),
        }),
      output: z =>
        z.object({
          id: z.string().describe('The id of the exemption.'),
          state: z.string().describe('waiting.'),
          approverRef: z.string().describe('Who decides.'),
        }),
    },
    examples: [
      {
        title: 'A service that is switched off soon',
        input: {
          scorecard: 'production-readiness',
          check: 'has-slo',
          entityRef: 'component:default/payment-service',
          reason: 'It is switched off at the end of the quarter.',
          days: 60,
        },
      },
    ],
    action: async ({ input, credentials }) => {
      if (!options.auth.isPrincipal(credentials, 'user')) {
        throw new NotAllowedError('Only a person may ask for exemptions');
      }
      const { approverRef, id, state } = await requestExemption(
        options,
        parseInput(createExemptionSchema, input),
        { credentials },
      );
      return { output: { id, state, approverRef } };
    },
  });
}
