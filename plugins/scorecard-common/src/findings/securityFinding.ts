import { z } from 'zod';

/** How bad a finding is, worst first. What no tool rated is unknown, never low. */
export const findingSeveritySchema = z.enum([
  'critical',
  'high',
  'medium',
  'low',
  'unknown',
]);

/** How bad a finding is. */
export type FindingSeverity = z.infer<typeof findingSeveritySchema>;

/**
 * What a finding is about:
 *
 * - `vulnerability` of a package that the entity uses
 * - `code`, a weakness in its own code
 * - `secret`, one that lies in the repository; its text is never kept
 * - `misconfiguration` of its infrastructure or image
 * - `license` of a package
 * - `posture`, how the repository is looked after, by OpenSSF Scorecard
 */
export const findingKindSchema = z.enum([
  'vulnerability',
  'code',
  'secret',
  'misconfiguration',
  'license',
  'posture',
]);

/** What a finding is about. */
export type FindingKind = z.infer<typeof findingKindSchema>;

/**
 * Where a finding stands. It is open while one of its tools still sees it,
 * unless somebody suppressed it or a VEX statement says that the entity is not
 * affected.
 */
export const findingStateSchema = z.enum([
  'open',
  'suppressed',
  'not-affected',
  'fixed',
]);

/** Where a finding stands. */
export type FindingState = z.infer<typeof findingStateSchema>;

/** What one tool says of a finding. */
export const findingSightingSchema = z.object({
  tool: z.string().describe('As the tool calls itself: `Trivy`.'),
  category: z.string().describe('As the upload called it; may be empty.'),
  state: findingStateSchema,
  reason: z.string().optional().describe('Why it is suppressed there.'),
  severity: findingSeveritySchema,
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  commit: z.string().optional().describe('Where it was last looked for.'),
});

/** What one tool says of a finding. */
export type FindingSighting = z.infer<typeof findingSightingSchema>;

/** The suppression of a finding by a person. */
export const findingSuppressionSchema = z.object({
  reason: z.string(),
  by: z.string().describe('Who suppressed it, an entity ref.'),
  at: z.string(),
  until: z.string().describe('When it ends by itself.'),
});

/** A weakness of an entity, whichever tools saw it. */
export const securityFindingSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  kind: findingKindSchema,
  ruleId: z
    .string()
    .describe('Such as `CVE-2021-44228` or `js/sql-injection`.'),
  title: z.string(),
  description: z.string().optional().describe('Plain text.'),
  severity: findingSeveritySchema.describe('The worst that a tool says.'),
  score: z.number().optional().describe('CVSS, 0 to 10.'),
  aliases: z.array(z.string()).describe('CVE, GHSA and other names of it.'),
  file: z.string().optional(),
  line: z.number().optional(),
  purl: z.string().optional().describe('Of the package, without qualifiers.'),
  packageName: z.string().optional(),
  packageVersion: z.string().optional(),
  fixedIn: z.array(z.string()).describe('Versions of the package.'),
  url: z.string().optional().describe('More about it; http or https.'),
  state: findingStateSchema,
  suppression: findingSuppressionSchema.optional(),
  tools: z.array(z.string()).describe('Those that ever saw it.'),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  dueAt: z
    .string()
    .optional()
    .describe('By when to fix it; absent where no time is set.'),
  isOverdue: z.boolean(),
  fixedAt: z.string().optional(),
  fixedCommit: z
    .string()
    .optional()
    .describe('The first one that was found without it.'),
});

/** A weakness of an entity, whichever tools saw it. */
export type SecurityFinding = z.infer<typeof securityFindingSchema>;

/** Something that happened to a finding. */
export const findingChangeSchema = z.object({
  at: z.string(),
  change: z.enum([
    'found',
    'fixed',
    'reopened',
    'suppressed',
    'suppression-ended',
    'not-affected',
  ]),
  by: z.string().optional().describe('A tool, or the ref of a person.'),
  commit: z.string().optional(),
  reason: z.string().optional(),
});

/** Something that happened to a finding. */
export type FindingChange = z.infer<typeof findingChangeSchema>;

/** The answer of `GET /findings/:id`. */
export const findingDetailSchema = securityFindingSchema.extend({
  sightings: z.array(findingSightingSchema),
  history: z.array(findingChangeSchema).describe('Newest first, at most 200.'),
});

/** A finding with what each tool says and what happened to it. */
export type FindingDetail = z.infer<typeof findingDetailSchema>;
