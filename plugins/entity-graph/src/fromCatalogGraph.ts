import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';

/** `rootEntityRefs`, `rootEntityRefs[]` or `rootEntityRefs[0]`. */
const ROOTS = /^rootEntityRefs(?:\[\d*\])?$/;

const oneRootSchema = z.tuple([entityRefSchema]);

/**
 * The query of the page for links and bookmarks of the stock catalog graph, which
 * name their entities in another way: about the same entity where it is one.
 *
 * @returns undefined where the parameters are not those of the stock page
 */
export function fromCatalogGraph(params: URLSearchParams): string | undefined {
  const roots = [...params].filter(([name]) => ROOTS.test(name));
  if (roots.length === 0) {
    return undefined;
  }
  const { data } = oneRootSchema.safeParse(roots.map(([, ref]) => ref));
  return data ? String(new URLSearchParams({ entity: data[0] })) : '';
}
