import { z } from 'zod';

/** How an objective stands, from worst to best. */
export const sloStateSchema = z.enum([
  'breached',
  'at-risk',
  'no-data',
  'not-enough-traffic',
  'ok',
]);

/** How an objective stands. */
export type SloState = z.infer<typeof sloStateSchema>;
