import { z } from 'zod';

const text = z.string();
const message = z.object({
  text: text.optional(),
  markdown: text.optional(),
  id: text.optional(),
  arguments: z.array(text).optional(),
});
const properties = z
  .object({
    tags: z.array(text).optional().catch(undefined),
    'security-severity': z
      .union([text, z.number()])
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined);

/** SARIF 2.1.0, §3.49: what a tool says of a kind of finding. */
export const sarifRuleSchema = z.object({
  id: text,
  name: text.optional(),
  shortDescription: message.optional(),
  helpUri: text.optional(),
  help: message.optional().catch(undefined),
  messageStrings: z.record(text, message).optional().catch(undefined),
  defaultConfiguration: z.object({ level: text.optional() }).optional(),
  relationships: z
    .array(z.object({ target: z.object({ id: text.optional() }) }))
    .optional()
    .catch(undefined),
  properties,
});

/** SARIF 2.1.0, §3.49. */
export type SarifRule = z.infer<typeof sarifRuleSchema>;

const artifactLocation = z.object({
  uri: text.optional(),
  index: z.number().int().optional(),
});

const region = z.object({
  startLine: z.number().optional(),
  snippet: z.object({ text: text.optional() }).optional(),
});

const location = z.object({
  physicalLocation: z
    .object({
      artifactLocation: artifactLocation.optional(),
      region: region.optional(),
    })
    .optional(),
});

/** SARIF 2.1.0, §3.35: that a finding does not count for the tool. */
const suppression = z.object({
  status: text.optional(),
  justification: text.optional(),
});

/** SARIF 2.1.0, §3.27: one finding. */
export const sarifResultSchema = z.object({
  ruleId: text.optional(),
  ruleIndex: z.number().int().optional(),
  rule: z
    .object({
      id: text.optional(),
      index: z.number().int().optional(),
      toolComponent: z
        .object({ index: z.number().int().optional() })
        .optional(),
    })
    .optional(),
  kind: text.optional(),
  level: text.optional(),
  message: message.refine(
    one => [one.text, one.id, one.markdown].some(part => part !== undefined),
    { message: 'must have a text or an id' },
  ),
  locations: z.array(location).optional(),
  partialFingerprints: z.record(text, text).optional(),
  fingerprints: z.record(text, text).optional(),
  baselineState: text.optional(),
  suppressions: z.array(suppression).optional(),
  properties,
});

/** SARIF 2.1.0, §3.27. */
export type SarifResult = z.infer<typeof sarifResultSchema>;
