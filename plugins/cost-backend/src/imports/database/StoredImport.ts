import { fieldMessagesSchema } from '@atrium/common';
import {
  type CostFormat,
  costFormatSchema,
  importReportSchema,
  importStateSchema,
} from '@atrium/plugin-cost-common';
import { z } from 'zod';

/** An import as a row of the table has it. */
export const storedImportSchema = z.object({
  id: z.number().int(),
  source: z.string(),
  name: z.string(),
  format: costFormatSchema,
  state: importStateSchema,
  message: z.string().nullable(),
  messages: fieldMessagesSchema.nullable(),
  requested_by: z.string().nullable(),
  received_at: z.date(),
  finished_at: z.date().nullable(),
  bytes: z.coerce.number(),
  row_count: z.coerce.number(),
  months: z.array(z.string()),
  months_in_force: z.array(z.string()),
  error_count: z.number().int(),
  warning_count: z.number().int(),
  is_reconciled: z.boolean().nullable(),
  totals: z.array(
    z.object({
      currency: z.string(),
      billed: z.string(),
      effective: z.string(),
    }),
  ),
  report: importReportSchema.nullish(),
});

/** An import as a row of the table has it. */
export type StoredImport = z.output<typeof storedImportSchema>;

/** What is known of an import before it is read. */
export interface NewImport {
  source: string;
  name: string;
  format: CostFormat;
  requestedBy: string | undefined;
  contentHash: string;
  /** What the source says of it and how it is read, by which a change is noticed. */
  version: string | undefined;
  bytes: number;
}
