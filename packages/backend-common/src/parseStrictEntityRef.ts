import {
  type CompoundEntityRef,
  DEFAULT_NAMESPACE,
  KubernetesValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

export interface ParseStrictEntityRefOptions {
  /** The kind of a reference that names none. */
  defaultKind?: string;
}

/**
 * Reads an entity reference that a person or a repository wrote.
 *
 * @remarks
 *
 * The stock parser takes whatever stands around `:` and `/` for a name, line
 * breaks and control characters included. This one takes only what an entity
 * can be called.
 *
 * @throws InputError when it is no such reference.
 */
export function parseStrictEntityRef(
  entityRef: unknown,
  options: ParseStrictEntityRefOptions = {},
): CompoundEntityRef {
  if (typeof entityRef !== 'string') {
    throw new InputError('An entity reference must be a text');
  }
  const ref = parseOrUndefined(entityRef, options.defaultKind);
  const { isValidObjectName, isValidNamespace } = KubernetesValidatorFunctions;
  if (
    !ref ||
    !/^[a-z][a-z0-9]{0,62}$/i.test(ref.kind) ||
    !isValidNamespace(ref.namespace.toLocaleLowerCase('en-US')) ||
    !isValidObjectName(ref.name)
  ) {
    throw new InputError(
      `Invalid entity reference ${JSON.stringify(entityRef.slice(0, 200))}`,
    );
  }
  return ref;
}

function parseOrUndefined(entityRef: string, defaultKind?: string) {
  try {
    return parseEntityRef(entityRef, {
      defaultKind,
      defaultNamespace: DEFAULT_NAMESPACE,
    });
  } catch {
    return undefined;
  }
}
