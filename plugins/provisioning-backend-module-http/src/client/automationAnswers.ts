import { z } from 'zod';
import { toPlainText } from './plainText';

const textSchema = z.string().transform(toPlainText);

/** `scheme://account:password@host`, as connection strings have it. */
const PASSWORD_IN_ADDRESS = /:\/\/[^\s/@]*:[^\s/@]+@/;

const outputSchema = z.union([
  z
    .string()
    .max(2_000)
    .refine(value => !PASSWORD_IN_ADDRESS.test(value), {
      error: 'holds a password; say where it is in credentialReference',
    }),
  z.number(),
  z.boolean(),
]);

/** What an automation says of one resource. */
export const automationResourceSchema = z
  .object({
    /** These are the mark: whose it is. */
    resourceId: z.string(),
    installationId: z.string().optional(),
    providerName: z.string(),
    status: z.enum(['working', 'ready', 'failed']),
    /** What it is at, or why it gave up. */
    message: textSchema.optional(),
    /** That of the last request that was finished. */
    fingerprint: z.string().max(200).optional(),
    access: z.enum(['granted', 'suspended']).default('granted'),
    health: z
      .object({
        status: z.enum(['ok', 'degraded', 'unknown']),
        message: textSchema.optional(),
      })
      .default({ status: 'ok' }),
    outputs: z.record(z.string().max(100), outputSchema).default({}),
    differences: z.array(textSchema).max(100).default([]),
    credentialReference: z
      .object({
        store: z.enum(['kubernetes', 'file']),
        reference: z.string().min(1).max(500),
      })
      .optional(),
  })
  .refine(
    ({ status, fingerprint }) =>
      status !== 'ready' || fingerprint !== undefined,
    { path: ['fingerprint'], error: 'is missing of what is ready' },
  );

export type AutomationResource = z.infer<typeof automationResourceSchema>;

/** A page of all that an automation has made for this portal. */
export const automationPageSchema = z.object({
  items: z
    .array(
      z.object({
        resourceId: z.string(),
        installationId: z.string().optional(),
        providerName: z.string(),
      }),
    )
    .max(1_000),
  nextCursor: z.string().max(1_000).optional(),
});

export type AutomationPage = z.infer<typeof automationPageSchema>;

/** Why an automation refused: a message of its own, or problem details (RFC 9457). */
const refusalSchema = z
  .object({ message: z.string(), detail: z.string(), error: z.unknown() })
  .partial();

/** The words of a refusal; empty where it has none. */
export function readRefusal(answer: unknown): string {
  const { message, detail, error } = refusalSchema.safeParse(answer).data ?? {};
  const inError = z.object({ message: z.string() }).safeParse(error).data;
  const text = message ?? detail ?? inError?.message ?? error;
  return typeof text === 'string' ? toPlainText(text) : '';
}
