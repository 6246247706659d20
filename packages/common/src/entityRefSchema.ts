import { z } from 'zod';

// What the catalog takes as kind, namespace and name of an entity.
const KIND = '[a-z][a-z0-9]{0,62}';
const NAMESPACE = '(?=[^/]{1,63}/)[a-z0-9]+(?:-+[a-z0-9]+)*';
const NAME = '(?=.{1,63}$)[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?';

// Case is ignored among ASCII letters only: there is no `u` flag.
const ENTITY_REF = new RegExp(`^${KIND}:${NAMESPACE}/${NAME}$`, 'i');

/**
 * A full entity ref, `kind:namespace/name`.
 *
 * @remarks Refs are compared as text everywhere, so they are lower-cased here,
 * once, as the catalog does.
 */
export const entityRefSchema = z
  .string()
  .regex(ENTITY_REF, {
    message: "must be an entity ref such as 'component:default/my-service'",
  })
  .transform(ref => ref.toLocaleLowerCase('en-US'));
