import type { z as Zod } from 'zod/v3';

/** What an agent says of a resource, as the schema of actions is written. */
export function resourceInputFields(z: typeof Zod) {
  return {
    type: z.string().describe('The name of a type: postgres.'),
    name: z
      .string()
      .describe('Lower-case letters, digits and dashes, at most 40.'),
    environment: z.string().describe('The name of an environment: dev.'),
    entityRef: z
      .string()
      .optional()
      .describe(
        'The component that needs it: component:default/payment-service. Leave it out where it is for a team.',
      ),
    ownerRef: z
      .string()
      .optional()
      .describe('Whose it is: by default the owner of the component.'),
    class: z.string().optional().describe('By default `default`.'),
    sharedId: z
      .string()
      .optional()
      .describe('Components with the same one share one resource.'),
    plan: z.string().optional().describe('A plan of the definition.'),
    parameters: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('By the schema of the type.'),
    leaseDays: z.number().optional().describe('For how many days it is lent.'),
    reason: z.string().optional().describe('Why, for whoever has to agree.'),
  };
}
