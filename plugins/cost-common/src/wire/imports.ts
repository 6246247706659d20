import { fieldMessagesSchema, pageQuerySchema } from '@atrium/common';
import { z } from 'zod';
import { amountSchema, daySchema, monthSchema } from './terms';

/** What a file of charges is written in. */
export const costFormatSchema = z.enum(['focus', 'daily', 'opencost']);

/** What a file of charges is written in. */
export type CostFormat = z.infer<typeof costFormatSchema>;

/**
 * Where an import stands.
 *
 * - `unchanged`: the same content is in force already
 * - `refused`: the file breaks rules, and its report says which; nothing changed
 * - `failed`: it could not be read to its end, and may be sent again
 */
export const importStateSchema = z.enum([
  'waiting',
  'reading',
  'imported',
  'unchanged',
  'refused',
  'failed',
]);

/** Where an import stands. */
export type ImportState = z.infer<typeof importStateSchema>;

/** A rule of the format that rows break, once for all of them. */
export const importProblemSchema = z.object({
  severity: z
    .enum(['error', 'warning'])
    .describe('Errors refuse the whole file.'),
  rule: z.string().describe('Such as `decimal` or `charge-period-order`.'),
  column: z.string().optional().describe('Several are separated by commas.'),
  message: z.string(),
  messages: fieldMessagesSchema
    .optional()
    .describe('What `message` is made of.'),
  rowCount: z.number().int(),
  examples: z
    .array(
      z.object({
        file: z.string().optional(),
        row: z
          .number()
          .int()
          .describe('Counted from 1, without the line of the names.'),
        value: z.string().optional().describe('Cut after 200 characters.'),
        messages: fieldMessagesSchema
          .optional()
          .describe('What `value` is made of, where it does not stand there.'),
      }),
    )
    .max(5),
});

/** A rule of the format that rows break, once for all of them. */
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** How a file keeps to its format. */
export const importReportSchema = z.object({
  format: costFormatSchema.optional().describe('Absent when it is none.'),
  focusVersion: z
    .string()
    .optional()
    .describe('As said by the source, or told from the columns.'),
  files: z.array(
    z.object({
      name: z.string(),
      bytes: z.number().int(),
      rowCount: z.number().int(),
    }),
  ),
  rowCount: z.number().int(),
  columns: z.object({
    read: z.array(z.string()).describe('Known, and understood.'),
    kept: z
      .array(z.string())
      .describe('Kept with the row, and not understood.'),
    missing: z.array(z.string()).describe('That the version has as mandatory.'),
  }),
  problems: z.array(importProblemSchema),
});

/** How a file keeps to its format. */
export type ImportReport = z.infer<typeof importReportSchema>;

/**
 * What an invoice says, and what the portal has of it: equal to the last digit.
 * Pages tell accounts apart and not invoices, so where an account has several in a
 * month, what is allocated is that of all of them.
 */
export const reconciliationSchema = z.object({
  month: monthSchema.describe('Of the billing period.'),
  invoiceId: z.string().optional(),
  billingAccountId: z.string(),
  currency: z.string(),
  sourceAmount: amountSchema.describe('The sum of BilledCost as it was read.'),
  storedAmount: amountSchema.describe('The same of the stored rows.'),
  allocatedAmount: amountSchema.describe(
    'The same of what the pages show, of all invoices of the account in the month together.',
  ),
  invoiceCount: z
    .number()
    .int()
    .optional()
    .describe('How many invoices these are.'),
  isEqual: z.boolean(),
});

/** What an invoice says, and what the portal has of it. */
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** A delivery of charges: a file, or the files of a folder together. */
export const costImportSchema = z.object({
  id: z.string(),
  source: z.string(),
  name: z.string(),
  state: importStateSchema,
  message: z.string().optional().describe('Why it is refused or failed.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('What `message` is made of.'),
  requestedBy: z.string().optional().describe('Who uploaded it.'),
  receivedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  bytes: z.number().int(),
  rowCount: z.number().int().describe('So far, while it is read.'),
  months: z.array(monthSchema).describe('The billing periods that it has.'),
  monthsInForce: z
    .array(monthSchema)
    .describe('Those for which no later import took its place.'),
  isReconciled: z.boolean().optional(),
  totals: z.array(
    z.object({
      currency: z.string(),
      billed: amountSchema,
      effective: amountSchema,
    }),
  ),
  errorCount: z.number().int(),
  warningCount: z.number().int(),
});

/** A delivery of charges. */
export type CostImport = z.infer<typeof costImportSchema>;

/** The answer of `GET /imports/:id`. */
export const costImportDetailSchema = costImportSchema.extend({
  report: importReportSchema.optional(),
  reconciliation: z
    .array(reconciliationSchema)
    .describe('Of the billing periods for which it is in force.'),
});

/** A delivery of charges with its report. */
export type CostImportDetail = z.infer<typeof costImportDetailSchema>;

/** The query of `POST /imports`, whose body is the file. */
export const uploadQuerySchema = z.object({
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .describe(
      'Whose bill: an import takes the place of what the same source had for its billing periods.',
    ),
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'must not have control characters')
    .describe('The name of the file.'),
  format: z.enum(['focus', 'daily']).default('focus'),
  focusVersion: z
    .string()
    .regex(/^1\.[0-4]$/)
    .optional()
    .describe('Told from the columns where it is not said.'),
});

/** The query of `POST /imports`. */
export type UploadQuery = z.input<typeof uploadQuerySchema>;

/** The query of `GET /imports`, newest first. */
export const importsQuerySchema = pageQuerySchema.extend({
  source: z.string().optional(),
  state: importStateSchema.optional(),
});

/** The query of `GET /imports`. */
export type ImportsQuery = z.input<typeof importsQuerySchema>;

/** Where charges come from, as the answer of `GET /sources` lists it. */
export const costSourceSchema = z.object({
  name: z.string(),
  kind: z.enum(['folder', 's3', 'opencost', 'upload']),
  lookedAt: z.iso.datetime().optional(),
  failure: z.string().optional(),
  failingSince: z.iso.datetime().optional(),
  months: z.array(monthSchema),
  lastDay: daySchema
    .optional()
    .describe(
      'The last day before today that it has charges for; of a source with use of single days, the last of these.',
    ),
});

/** Where charges come from. */
export type CostSource = z.infer<typeof costSourceSchema>;
