import {
  entityRefSchema,
  moneySchema,
  proposalDraftSchema,
} from '@atrium/common';
import { z } from 'zod';

/** What something may cost in a month: more than nothing. */
export const budgetMoneySchema = moneySchema.extend({
  amount: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,4})?$/)
    .refine(amount => /[1-9]/.test(amount), 'must be above zero'),
});

/** The query of `GET /budget-proposals`. */
export const budgetProposalQuerySchema = z.object({
  entityRef: entityRefSchema,
});

/** The answer of `GET /budget-proposals`: what there is before it is changed. */
export const budgetDraftSchema = proposalDraftSchema
  .omit({ files: true })
  .extend({
    entityRef: z.string(),
    file: z.object({
      path: z.string(),
      url: z.string(),
      base: z.string().describe('The blob that is changed.'),
    }),
    written: z
      .string()
      .optional()
      .describe('What the file says, such as `EUR 400`.'),
    isRead: z.boolean().describe('Whether the catalog says so, too.'),
    currencies: z
      .array(z.string())
      .describe('That of the portal, and those that have a rate.'),
    alertPercents: z
      .object({
        actual: z.array(z.number().int()),
        forecast: z.array(z.number().int()),
      })
      .describe('When owners are told.'),
  });

/** The answer of `GET /budget-proposals`. */
export type BudgetDraft = z.infer<typeof budgetDraftSchema>;

/** The body of `POST /budget-proposals`. */
export const createBudgetProposalSchema = z.strictObject({
  entityRef: entityRefSchema,
  budget: budgetMoneySchema.nullable().describe('`null` for none any more.'),
  base: z
    .string()
    .min(1)
    .max(100)
    .describe('Of the file of the draft; another one by now is a conflict.'),
});

/** The body of `POST /budget-proposals`. */
export type CreateBudgetProposal = z.infer<typeof createBudgetProposalSchema>;
