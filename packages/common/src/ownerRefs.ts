import { z } from 'zod';

/**
 * Who owns what is a person's own: they, their groups, and every group below
 * these. Answered by `GET /api/catalog/owner-refs`.
 */
export const ownerRefsSchema = z.object({ ownerRefs: z.array(z.string()) });

/** Who owns what is a person's own. */
export type OwnerRefs = z.infer<typeof ownerRefsSchema>;
