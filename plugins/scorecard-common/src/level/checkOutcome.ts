import { z } from 'zod';

/**
 * What an entity is to a check:
 *
 * - `pass`, `fail`
 * - `not-applicable`: the check is not meant for it
 * - `exempt`: passed over for a while, with a reason
 * - `unknown`: a fact is missing or too old, or the expression failed over what
 *   is there. It keeps an entity from a level, but takes none away.
 */
export const checkOutcomeSchema = z.enum([
  'pass',
  'fail',
  'not-applicable',
  'exempt',
  'unknown',
]);

/** What an entity is to a check. */
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>;
