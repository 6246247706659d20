import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';

/** Whose documentation it is; the query of `GET /site-state` and `GET /site-metadata`. */
export const siteStateQuerySchema = z.strictObject({
  entityRef: entityRefSchema,
});

/** Whether an entity has documentation by now. */
export interface SiteState {
  /** When its site was built, in ISO 8601; absent as long as there is none. */
  builtAt?: string;
}

/** What the engine of a site says of it as a whole. */
export interface SiteMetadata {
  /** Absent as long as no site is published. */
  metadata?: { site_name: string; site_description: string; engine?: string };
}
