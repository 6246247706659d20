import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ProvisioningActionOptions } from './ProvisioningActionOptions';

/** Lets agents find out what can be asked for. */
export function registerListResourceTypesAction(
  registry: ActionsRegistryService,
  { definitionReads }: Pick<ProvisioningActionOptions, 'definitionReads'>,
): void {
  registry.register({
    name: 'list-resource-types',
    title: 'List resource types',
    description:
      'What can be provisioned here, such as databases and queues: types with the JSON Schema of their parameters, the definitions with their plans, prices and rules, and the environments. Ask this before preview-resource.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          types: z
            .array(
              z.object({
                name: z.string().describe('What a request names.'),
                title: z.string().describe('What people call it.'),
                description: z.string().optional().describe('What it is.'),
                parameters: z
                  .record(z.string(), z.unknown())
                  .describe('The JSON Schema of its parameters.'),
              }),
            )
            .describe('The types, in order of name.'),
          definitions: z
            .array(
              z.object({
                name: z.string().describe('The name of the definition.'),
                type: z.string().describe('Which type it makes.'),
                match: z
                  .record(z.string(), z.string().optional())
                  .describe('For which requests it is; empty for any.'),
                plans: z
                  .array(z.string())
                  .describe('The plans, with their monthly price if known.'),
                needsApproval: z
                  .boolean()
                  .describe('Whether somebody has to agree.'),
              }),
            )
            .describe('Which definition is taken, preview-resource says.'),
          environments: z
            .array(z.string())
            .describe('The names of the environments.'),
        }),
    },
    examples: [{ title: 'What can be asked for', input: {} }],
    action: async () => {
      const { types, definitions, environments } = await definitionReads.get();
      return {
        output: {
          types: types.map(({ name, title, description, parameters }) => ({
            name,
            title,
            description,
            parameters: { ...parameters },
          })),
          definitions: definitions
            .filter(({ removedAt }) => removedAt === undefined)
            .map(({ name, type, match, plans, needsApproval }) => ({
              name,
              type,
              match: { ...match },
              plans: plans.map(plan =>
                plan.monthlyPrice
                  ? `${plan.name} (${plan.monthlyPrice.amount} ${plan.monthlyPrice.currency})`
                  : plan.name,
              ),
              needsApproval,
            })),
          environments: environments.map(({ name }) => name),
        },
      };
    },
  });
}
