import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';

/** How many entities one question may name. */
const MAX_ENTITIES = 20;

/** Whose first page somebody may write; the body of `POST /first-pages/by-entity`. */
export const firstPagesQuerySchema = z.strictObject({
  entityRefs: z.array(entityRefSchema).min(1).max(MAX_ENTITIES),
});

/** Whether somebody could hand over the first page of an entity. */
export interface FirstPage {
  entityRef: string;
  /** Where it would go: `acme/shop`; absent where the entity is in none. */
  repository?: string;
  /** Whether that would take it from whoever asks. */
  isTaken: boolean;
}
