import {
  entityRefSchema,
  fieldMessagesSchema,
  instantSchema,
  MAX_PAGE_SIZE,
  pageQuerySchema,
} from '@atrium/common';
import { z } from 'zod';

/** What may be wrong with a catalog file. */
export const problemKinds = [
  'syntax',
  'too-large',
  'unreadable',
  'kind-not-allowed',
  'unknown-kind',
  'invalid',
  'no-owner',
  'unknown-owner',
  'conflict',
  'placeholder',
  'unknown-reference',
  'refused-annotation',
  'other',
] as const;

/** What is wrong with a catalog file. */
export type ProblemKind = (typeof problemKinds)[number];

/** An error keeps something out of the catalog, or leaves it without an owner. */
export const problemSeverities = ['error', 'warning'] as const;

/** What the portal says of a problem, whether of a pushed file or of a draft. */
export const findingSchema = z.object({
  kind: z.enum(problemKinds),
  severity: z.enum(problemSeverities),
  /** What is wrong, in one sentence. */
  message: z.string(),
  /** What to do about it, in one sentence. */
  advice: z.string(),
  /** What message and advice are made of; absent in old ones. */
  messages: fieldMessagesSchema.optional(),
  entityRef: z.string().optional(),
  line: z.number().int().positive().optional(),
  column: z.number().int().positive().optional(),
});

/** What the portal says of a problem, whether of a pushed file or of a draft. */
export type Finding = z.infer<typeof findingSchema>;

/** A problem with a file that the catalog reads. */
export const problemSchema = findingSchema.extend({
  id: z.uuid(),
  /** The page of the file on its host; absent where it is not on one. */
  url: z.string().optional(),
  /** `owner/name`, or where the file is when it is in no repository. */
  repository: z.string(),
  path: z.string(),
  /** Who is told: the team behind the file, else the platform team. */
  ownerRef: z.string(),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
});

/** A problem with a file that the catalog reads. */
export type Problem = z.infer<typeof problemSchema>;

/** The query of the list of problems. */
export const problemQuerySchema = z.strictObject({
  ...pageQuerySchema.shape,
  entityRef: entityRefSchema.optional(),
  kind: z.enum(problemKinds).optional(),
  ownerRef: entityRefSchema.optional(),
  repository: z.string().min(1).max(500).optional(),
  limit: pageQuerySchema.shape.limit.unwrap().default(MAX_PAGE_SIZE),
});

/** The query of the list of problems, parsed. */
export type ProblemQuery = z.infer<typeof problemQuerySchema>;
