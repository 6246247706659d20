import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import { z } from 'zod';
import type { AutomationConfig } from './config/readAutomationsConfig';

/** What the driver says of itself. */
export function describeHttp(
  automations: AutomationConfig[],
): ResourceDriverDescription {
  const names = automations.map(({ name }) => name);
  return {
    id: 'http',
    title: 'Automation over HTTP',
    description:
      'What an automation of the organisation makes, such as a pipeline of Terraform behind an API.',
    types: [...new Set(automations.flatMap(({ types }) => types))].toSorted(),
    inputs: {
      type: 'object',
      properties: {
        automation: {
          type: 'string',
          title: 'Automation',
          description:
            'A name of `provisioning.automations` in the configuration.',
          ...(names.length > 0 && { enum: names }),
        },
        values: {
          type: 'object',
          title: 'Values',
          description: 'What the automation gets as `values`.',
        },
      },
      required: ['automation'],
      additionalProperties: false,
    },
    // The automation gets all that the type lets requesters say.
    parameters: { type: 'object', properties: {}, additionalProperties: true },
    outputs: {
      type: 'object',
      properties: {
        automation: { type: 'string', title: 'Automation' },
      },
      required: ['automation'],
      // The type says what else there is.
      additionalProperties: true,
    },
    credentials: 'referenced',
    hasSnapshots: false,
    hasSuspension: true,
  };
}

/** Inputs, as the schema above lets them through. */
export const httpInputsSchema = z.object({
  automation: z.string(),
  values: z.record(z.string(), z.json()).default({}),
});
