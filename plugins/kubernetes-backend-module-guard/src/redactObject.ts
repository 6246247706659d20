import { isRecord } from '@atrium/common';
/** What stands for a value that is not shown; the stock plugin writes the same. */
const HIDDEN = '***';

/** Holds a copy of the whole object, values included. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Fields, at any depth, in which GitOps operators keep values of charts. */
const VALUES_OF_KIND: Record<string, string[]> = {
  Application: ['helm'],
  ApplicationSet: ['helm'],
  HelmRelease: ['values'],
  Kustomization: ['substitute'],
};

/** Maps of quantities, which Kubernetes writes as strings. */
const QUANTITIES = new Set([
  'allocatable',
  'capacity',
  'hard',
  'limits',
  'requests',
  'usage',
  'used',
]);

/**
 * A copy of an object of a cluster without the values that may be secrets:
 * literal environment variables, values of charts, and the manifest that
 * kubectl keeps in an annotation. References to secrets stay.
 *
 * @remarks Numeric quantities become strings on the way, since the Kubernetes
 * tab takes nothing else.
 */
export function redactObject<T>(object: T): T {
  const kind = isRecord(object) ? object.kind : undefined;
  const hiddenFields =
    typeof kind === 'string' && Object.hasOwn(VALUES_OF_KIND, kind)
      ? VALUES_OF_KIND[kind]
      : [];
  const copy: T = structuredClone(object);
  redact(copy, hiddenFields);
  return copy;
}

function redact(value: unknown, hiddenFields: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      redact(item, hiddenFields);
    }
    return;
  }
  if (!isRecord(value)) {
    return;
  }
  for (const [name, field] of Object.entries(value)) {
    if (hiddenFields.includes(name)) {
      value[name] = HIDDEN;
    } else if (name === 'env' && Array.isArray(field)) {
      hideLiterals(field);
    } else if (name === 'annotations' && isRecord(field)) {
      delete field[LAST_APPLIED];
    } else if (QUANTITIES.has(name) && isRecord(field)) {
      writeAsStrings(field);
    } else {
      redact(field, hiddenFields);
    }
  }
}

function hideLiterals(variables: unknown[]): void {
  for (const variable of variables) {
    if (isRecord(variable) && 'value' in variable) {
      variable.value = HIDDEN;
    }
  }
}

function writeAsStrings(quantities: Record<string, unknown>): void {
  for (const [name, quantity] of Object.entries(quantities)) {
    if (typeof quantity === 'number') {
      quantities[name] = String(quantity);
    }
  }
}
