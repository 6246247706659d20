import { z } from 'zod';

/** What the customer gets back below some level. */
export const creditSchema = z.strictObject({
  below: z.number().gt(0).lte(1).describe('A part of 1, such as 0.99.'),
  creditPercent: z.number().gt(0).lte(100),
});

/** What the customer gets back below some level. */
export type Credit = z.infer<typeof creditSchema>;
