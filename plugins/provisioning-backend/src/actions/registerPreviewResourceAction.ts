import { parseInput } from '@atrium/common';
import { resourceInputSchema } from '@atrium/plugin-provisioning-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ProvisioningActionOptions } from './ProvisioningActionOptions';
import { resourceInputFields } from './resourceInputFields';

/** Lets agents see what would come of a request. */
export function registerPreviewResourceAction(
  registry: ActionsRegistryService,
  { previews }: Pick<ProvisioningActionOptions, 'previews'>,
): void {
  registry.register({
    name: 'preview-resource',
    title: 'Preview a resource',
    description:
      'What would come of asking for a database, queue or the like: which definition serves it, what is made, the monthly price, who has to agree, how long it lasts, and what is wrong with the input. Changes nothing. Show it to the person before request-resource.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object(resourceInputFields(z)),
      output: z =>
        z.object({
          definition: z.string().optional().describe('Absent: none serves it.'),
          changes: z.array(z.string()).describe('What would be made.'),
          ownerRef: z.string().optional().describe('Whose it would be.'),
          plan: z.string().optional().describe('The size that is taken.'),
          monthlyPrice: z.string().optional().describe('Absent: not known.'),
          approvers: z
            .array(z.string())
            .describe('Who may agree; nobody has to where it is empty.'),
          approvalReasons: z.array(z.string()).describe('Why they have to.'),
          leaseDays: z.number().optional().describe('Absent: it stays.'),
          quotaLeft: z.number().optional().describe('Absent: no limit.'),
          problems: z
            .array(z.string())
            .describe('What keeps it from being made; empty if nothing does.'),
          planHash: z
            .string()
            .optional()
            .describe('For request-resource, so that nothing else is made.'),
        }),
    },
    examples: [
      {
        title: 'What a database for a service would be',
        input: {
          type: 'postgres',
          name: 'ledger',
          environment: 'dev',
          entityRef: 'component:default/payment-service',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const preview = await previews.preview(
        parseInput(resourceInputSchema, input),
        { credentials },
      );
      const { approval, monthlyPrice, quota } = preview;
      return {
        output: {
          definition: preview.definition?.name,
          changes: preview.changes,
          ownerRef: preview.ownerRef,
          plan: preview.plan?.name,
          monthlyPrice:
            monthlyPrice && `${monthlyPrice.amount} ${monthlyPrice.currency}`,
          approvers: approval.approverRefs,
          approvalReasons: approval.reasons.map(({ message }) => message),
          leaseDays: preview.lease?.days,
          quotaLeft: quota && Math.max(0, quota.limit - quota.used),
          problems: preview.violations.map(
            ({ field, message }) => `${field}: ${message}`,
          ),
          planHash: preview.planHash,
        },
      };
    },
  });
}
