import { z } from 'zod';

const ENTITY_REF = /^[a-z][a-z0-9-]*:[a-z0-9._-]+\/[a-z0-9._-]+$/;

/**
 * A full entity ref, `kind:namespace/name`.
 *
 * @remarks Refs are compared as text everywhere, so they are lower-cased here,
 * once, as the catalog does.
 */
export const entityRefSchema = z
  .string()
  .max(255)
  .transform(ref => ref.toLocaleLowerCase('en-US'))
  .refine(ref => ENTITY_REF.test(ref), {
    message: "must be an entity ref such as 'component:default/my-service'",
  });
