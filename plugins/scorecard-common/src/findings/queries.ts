import type { ScopedPage } from '@atrium/common';
import { entityRefSchema, pageQuerySchema, repeated } from '@atrium/common';
import { z } from 'zod';
import {
  findingKindSchema,
  findingSeveritySchema,
  type FindingSeverity,
  findingStateSchema,
  type SecurityFinding,
} from './securityFinding';

const text = z.string().trim().min(1).max(200);

/** The query of `GET /findings`, and of `GET /findings.csv` without paging. */
export const findingQuerySchema = pageQuerySchema.extend({
  entityRef: repeated(entityRefSchema, 100).optional(),
  ownerRef: entityRefSchema
    .optional()
    .describe('A group with all groups below it, or a person.'),
  systemRef: entityRefSchema.optional(),
  kind: repeated(findingKindSchema, 6).optional(),
  severity: repeated(findingSeveritySchema, 5).optional(),
  state: repeated(findingStateSchema, 4).optional().describe('Default: open.'),
  tool: text.optional(),
  rule: text.optional(),
  cve: text.optional().describe('Or another name, such as a GHSA.'),
  overdue: z.enum(['true', 'false']).optional(),
  text: text.optional().describe('In the title, rule, file or package.'),
});

/** Which findings to list. */
export type FindingQuery = Partial<z.output<typeof findingQuerySchema>>;

/** The query of `GET /findings/tools`: whose findings are meant. */
export const findingToolQuerySchema = findingQuerySchema.pick({
  entityRef: true,
  ownerRef: true,
  systemRef: true,
});

/** Whose tools to list. */
export type FindingToolQuery = z.output<typeof findingToolQuerySchema>;

/** The answer of `GET /findings`: worst first, then the oldest. */
export interface FindingPage extends ScopedPage<SecurityFinding> {
  /** Of all pages, whatever severity the query asks for. */
  severityCounts: Record<FindingSeverity, number>;
}

/** The body of `POST /findings/:id/suppression`. */
export const suppressFindingSchema = z.strictObject({
  reason: z.string().trim().min(10).max(2000),
  days: z.number().int().min(1).max(365),
});

/** Why and for how long a finding does not count. */
export type SuppressFinding = z.infer<typeof suppressFindingSchema>;

/** The query of `GET /findings/scans`, and of its CSV without paging. */
export const scanQuerySchema = findingQuerySchema.pick({
  limit: true,
  cursor: true,
  entityRef: true,
  ownerRef: true,
  systemRef: true,
});

/** Which scans to list. */
export type ScanQuery = Partial<z.output<typeof scanQuerySchema>>;
