import { z } from 'zod';

/** The label by which an entity says how much hangs on it. */
export const TIER_LABEL = 'atrium.dev/tier';

/**
 * How much hangs on an entity, most first: what customers notice at once, what
 * they notice soon, and the rest.
 */
export const tierSchema = z.enum(['critical', 'important', 'standard']);

/** How much hangs on an entity. */
export type Tier = z.infer<typeof tierSchema>;
