import { parseStrictEntityRef } from '@atrium/backend-common';
import { stringifyEntityRef } from '@backstage/catalog-model';

/** A reference as a file states it, or undefined where nothing can be called so. */
export function toStrictEntityRef(
  text: string,
  options: { defaultKind?: string } = {},
): string | undefined {
  try {
    return stringifyEntityRef(parseStrictEntityRef(text, options));
  } catch {
    return undefined;
  }
}
