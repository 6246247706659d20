import { z } from 'zod';

/**
 * How something is, worst first. `unknown` is what nobody measures, or what could
 * not be read; it is never taken for good.
 */
export const healthSchema = z.enum(['bad', 'warning', 'good', 'unknown']);

/** How something is. */
export type Health = z.infer<typeof healthSchema>;
