import { z } from 'zod';

/** What is asked for. */
export const requestKindSchema = z.enum([
  'create',
  // One more component is to depend on a resource that is shared by an id.
  'share',
  'update',
  'rotate',
  'extend',
  'delete',
]);

/** What is asked for. */
export type RequestKind = z.infer<typeof requestKindSchema>;

/** How far a request has come. */
export const requestStateSchema = z
  .enum([
    'awaiting-approval',
    'approved',
    'running',
    'done',
    'failed',
    'needs-attention',
    'rejected',
    'cancelled',
  ])
  .describe('failed, rejected, cancelled and done are final.');

/** How far a request has come. */
export type RequestState = z.infer<typeof requestStateSchema>;
