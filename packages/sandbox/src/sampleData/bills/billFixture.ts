import { z } from 'zod';
import { readFixture } from '../../readFixture.ts';

const decimalSchema = z.string().regex(/^-?\d+(\.\d{1,6})?$/);

const serviceSchema = z.object({
  name: z.string(),
  category: z.string(),
  subcategory: z.string().optional(),
});

const tagsSchema = z.record(z.string(), z.string()).default({});

/** Days before the first start of the sandbox, counted back. */
const daysAgoSchema = z.number().int().nonnegative();

const resourceSchema = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  subAccount: z.string(),
  tags: tagsSchema,
  uses: z
    .record(z.string(), z.number().positive())
    .describe('How much of each meter on an ordinary weekday.'),
  rhythm: z.enum(['always', 'shop', 'office']).default('always'),
  growth: z.number().default(0).describe('Per cent a month.'),
  changes: z
    .array(z.object({ daysAgo: daysAgoSchema, factor: z.number().positive() }))
    .default([])
    .describe('From which day on it is used that many times as much.'),
});

const extraSchema = z.object({
  category: z.enum(['Usage', 'Purchase', 'Credit']),
  class: z.literal('Correction').optional(),
  description: z.string(),
  service: serviceSchema,
  publisher: z.string().optional(),
  subAccount: z.string(),
  resource: z.string().optional(),
  tags: tagsSchema,
  amount: decimalSchema,
  days: z.object({ from: daysAgoSchema, until: daysAgoSchema }).optional(),
  once: z
    .object({
      monthsAgo: z.number().int().nonnegative().describe('Which bill has it.'),
      day: z.number().int().min(1).max(28),
      ofMonthsAgo: z.number().int().optional().describe('Else of that month.'),
    })
    .optional(),
  monthly: z.object({ day: z.number().int().min(1).max(28) }).optional(),
});

const billSchema = z.object({
  focusVersion: z.enum(['1.0', '1.2', '1.3']),
  format: z.enum(['csv', 'csv.gz', 'parquet']),
  currency: z.string(),
  provider: z.string(),
  issuer: z.string(),
  billingAccount: z.object({
    id: z.string(),
    name: z.string(),
    type: z.string().optional(),
  }),
  subAccountType: z.string().optional(),
  invoicePrefix: z.string(),
  discountPercent: z.number().int().nonnegative(),
  taxPercent: z.number().int().positive().optional(),
  region: z.object({ id: z.string(), name: z.string() }),
  subAccounts: z.record(
    z.string(),
    z.object({ id: z.string(), name: z.string() }),
  ),
  meters: z.record(
    z.string(),
    z.object({
      service: serviceSchema,
      description: z.string(),
      unit: z.string(),
      price: decimalSchema,
    }),
  ),
  resources: z.array(resourceSchema),
  commitments: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.string(),
        subAccount: z.string(),
        covers: z.object({ resource: z.string(), meter: z.string() }),
        quantityPerDay: z.number().positive(),
        price: decimalSchema.describe('Of a unit that it covers.'),
        boughtInMonth: z.number().int().positive().describe('0 is the first.'),
      }),
    )
    .default([]),
  extras: z.array(extraSchema).default([]),
});

/** What a provider of the sample organisation charges for. */
export type BillFixture = z.infer<typeof billSchema>;

/** What costs by the meter. */
export type BilledResource = z.infer<typeof resourceSchema>;

/** A charge that no meter makes. */
export type ExtraCharge = z.infer<typeof extraSchema>;

/** Who sends bills to the sample organisation, as their files are named. */
export const billers = ['aws', 'azure', 'gcp'] as const;

/** One of them. */
export type Biller = (typeof billers)[number];

/** What a provider of the sample organisation charges for. */
export function readBillFixture(biller: Biller): BillFixture {
  return readFixture(`sampleData/bills/${biller}.yaml`, billSchema);
}
