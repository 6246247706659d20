import { entityRefSchema } from '@atrium/common';
import {
  type ChargeKey,
  KUBERNETES_LABEL_TAG,
  type ReadableChargeKey,
} from './chargeKey';
import { foldCase } from './patterns';

/** What a placeholder of a target stands for, of one charge. */
type Placeholder = (key: ReadableChargeKey) => string | undefined;

const PLACEHOLDER = /\$\{\{([^{}]*)\}\}/g;

/** Kinds that charges can go to. */
const KINDS = ['component', 'resource', 'api', 'system', 'group'];

const FIELDS: Record<string, (key: ChargeKey) => string | undefined> = {
  source: key => key.source,
  provider: key => key.provider,
  billingAccount: key => key.billingAccountId,
  subAccount: key => key.subAccountId,
  subAccountName: key => key.subAccountName,
  service: key => key.serviceName,
  region: key => key.region,
  resourceId: key => key.resourceId,
  resourceName: key => key.resourceName,
};

/** A target as a rule writes it, with `${{ … }}` for what is of the charge. */
export interface TargetTemplate {
  /** What is wrong with it, to be read on from the name of the field. */
  problem?: string;
  /** The entity ref for a charge; none where that has no such values. */
  resolve(key: ReadableChargeKey): string | undefined;
}

/** Reads the target of a rule. */
export function compileTarget(text: string): TargetTemplate {
  const parts: (string | Placeholder)[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [all, source = ''] = match;
    const placeholder = compilePlaceholder(source.trim());
    if (!placeholder) {
      return refuse(
        `has '${source.trim()}', which is none of ${Object.keys(FIELDS).join(
          ', ',
        )}, tags.<name>, kubernetes.namespace, kubernetes.cluster and kubernetes.labels.<name>`,
      );
    }
    parts.push(text.slice(end, match.index), placeholder);
    end = match.index + all.length;
  }
  parts.push(text.slice(end));
  const problem = findProblem(parts);
  return problem === undefined ? createTemplate(parts) : refuse(problem);
}

/** Many charges have the same few values. */
const MAX_KNOWN_REFS = 10_000;

function createTemplate(parts: readonly (string | Placeholder)[]) {
  const known = new Map<string, string | undefined>();
  return {
    resolve: (key: ReadableChargeKey) => {
      const text = fillIn(parts, key);
      if (text === undefined) {
        return undefined;
      }
      if (known.has(text)) {
        return known.get(text);
      }
      const ref = toTargetRef(text);
      if (known.size < MAX_KNOWN_REFS) {
        known.set(text, ref);
      }
      return ref;
    },
  };
}

function compilePlaceholder(source: string): Placeholder | undefined {
  const field = Object.hasOwn(FIELDS, source) ? FIELDS[source] : undefined;
  if (field) {
    return ({ key }) => field(key);
  }
  const [, root, name] = /^(tags|kubernetes\.labels)\.(.+)$/.exec(source) ?? [];
  if (name !== undefined) {
    const tag = foldCase(
      root === 'tags' ? name : `${KUBERNETES_LABEL_TAG}${name}`,
    );
    return key => key.tag(tag);
  }
  return source === 'kubernetes.namespace' || source === 'kubernetes.cluster'
    ? key => key.tag(source)
    : undefined;
}

/** Whether what is written around placeholders can be the ref of an entity. */
function findProblem(
  parts: readonly (string | Placeholder)[],
): string | undefined {
  const written = parts.filter(part => part !== '');
  if (written.length === 1 && typeof written[0] === 'function') {
    return undefined;
  }
  const example = written
    .map(part => (typeof part === 'string' ? part : 'x'))
    .join('');
  const ref = entityRefSchema.safeParse(example);
  if (!ref.success) {
    return "must be an entity ref such as 'component:default/my-service', with '${{ tags.service }}' for a value of the charge";
  }
  const [kind = ''] = ref.data.split(':');
  return typeof written[0] === 'function' || KINDS.includes(kind)
    ? undefined
    : `is of the kind '${kind}'; cost goes to a ${KINDS.join(', ')}`;
}

function fillIn(
  parts: readonly (string | Placeholder)[],
  key: ReadableChargeKey,
): string | undefined {
  let text = '';
  for (const part of parts) {
    const value = typeof part === 'string' ? part : part(key)?.trim();
    if (value === undefined) {
      return undefined;
    }
    text += value;
  }
  return text;
}

function toTargetRef(text: string): string | undefined {
  const ref = entityRefSchema.safeParse(text);
  const kind = ref.data?.split(':')[0] ?? '';
  return KINDS.includes(kind) ? ref.data : undefined;
}

function refuse(problem: string): TargetTemplate {
  return { problem, resolve: () => undefined };
}
