import type { KubernetesObject } from './kubernetesTypes.ts';
import { readText } from './readField.ts';
import { badRequest } from './statusErrors.ts';

export type ObjectPredicate = (object: KubernetesObject) => boolean;

const matchEverything: ObjectPredicate = () => true;

/** Reads a label selector: `a=b`, `a!=b`, `a`, `!a`, `a in (b,c)`, `a notin (b)`. */
export function parseLabelSelector(text: string): ObjectPredicate {
  const requirements = splitOutsideParentheses(text).map(parseRequirement);
  if (requirements.length === 0) {
    return matchEverything;
  }
  return object =>
    requirements.every(matches => matches(object.metadata.labels ?? {}));
}

function parseRequirement(text: string) {
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text);
  if (set) {
    const [, rawKey, operator, list] = set;
    const key = checkKey(rawKey, text);
    const values = new Set(list.split(',').map(value => value.trim()));
    return operator === 'in'
      ? (labels: Record<string, string>) =>
          key in labels && values.has(labels[key])
      : (labels: Record<string, string>) =>
          !(key in labels) || !values.has(labels[key]);
  }
  const equality = /^([^=!\s]+)\s*(==|=|!=)\s*([^=!\s()]*)$/.exec(text);
  if (equality) {
    const [, rawKey, operator, value] = equality;
    const key = checkKey(rawKey, text);
    return operator === '!='
      ? (labels: Record<string, string>) => labels[key] !== value
      : (labels: Record<string, string>) => labels[key] === value;
  }
  if (text.startsWith('!')) {
    const key = checkKey(text.slice(1).trim(), text);
    return (labels: Record<string, string>) => !(key in labels);
  }
  const key = checkKey(text, text);
  return (labels: Record<string, string>) => key in labels;
}

function checkKey(key: string, requirement: string) {
  if (!/^([a-z0-9.-]+\/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/.test(key)) {
    throw badRequest(
      `unable to parse requirement: '${requirement}' is not a label requirement`,
    );
  }
  return key;
}

function splitOutsideParentheses(text: string): string[] {
  return (text.match(/(?:[^,(]|\([^)]*\)?)+/g) ?? [])
    .map(part => part.trim())
    .filter(part => part !== '');
}

const fieldsOfEveryKind = ['metadata.name', 'metadata.namespace'];

const fieldsOfKind: Record<string, string[]> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  Event: [
    'involvedObject.apiVersion',
    'involvedObject.fieldPath',
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.resourceVersion',
    'involvedObject.uid',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  Namespace: ['status.phase'],
  Node: ['spec.unschedulable'],
  ReplicaSet: ['status.replicas'],
  Job: ['status.successful'],
};

/** Reads a field selector; only the fields that Kubernetes knows are taken. */
export function parseFieldSelector(
  text: string,
  kind: string,
): ObjectPredicate {
  const requirements = text
    .split(',')
    .filter(part => part.trim() !== '')
    .map(part => {
      const [, field, operator, value] =
        /^([^=!]+)(==|=|!=)(.*)$/.exec(part.trim()) ?? [];
      if (!field) {
        throw badRequest(
          `invalid field selector '${part}': expected <field>=<value>`,
        );
      }
      const known = [...fieldsOfEveryKind, ...(fieldsOfKind[kind] ?? [])];
      if (!known.includes(field)) {
        throw badRequest(`field label not supported: ${field}`);
      }
      const path =
        kind === 'Event' && field === 'source' ? 'source.component' : field;
      const isEqual = operator !== '!=';
      return (object: KubernetesObject) =>
        (readText(object, path) === value) === isEqual;
    });
  return object => requirements.every(matches => matches(object));
}
