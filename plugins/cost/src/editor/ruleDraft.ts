import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import { listText, toList } from './listText';

/** What a condition of a rule can be about, in the order it is offered. */
export const CONDITION_FIELDS = [
  'tag',
  'resourceId',
  'resourceName',
  'resourceType',
  'subAccount',
  'service',
  'serviceCategory',
  'region',
  'namespace',
  'label',
  'cluster',
  'provider',
  'billingAccount',
  'source',
  'provisioned',
] as const;

/** What a condition of a rule can be about. */
export type ConditionField = (typeof CONDITION_FIELDS)[number];

/** One thing that has to hold of a charge. */
export interface Condition {
  field: ConditionField;
  /** The name of a tag or label; empty for the others. */
  key: string;
  /** Patterns, separated by commas. */
  values: string;
}

/** Where charges go, as it is chosen in the form. */
export type TargetKind = 'entity' | 'pool' | 'provisioned';

/** A rule as the form shows it; whether it is sound is for the file to say. */
export interface RuleDraft {
  name: string;
  description: string;
  conditions: Condition[];
  target: { kind: TargetKind; value: string };
}

/** Whether the conditions of a field have names of their own. */
export const hasKey = (field: ConditionField) =>
  field === 'tag' || field === 'label';

/** Reads a rule of a file into the form. */
export function toRuleDraft(rule: PlainData | undefined): RuleDraft {
  const map = isPlainMap(rule) ? rule : {};
  return {
    name: textOf(map.name),
    description: textOf(map.description),
    conditions: toConditions(isPlainMap(map.match) ? map.match : {}),
    target: toTarget(isPlainMap(map.to) ? map.to : {}),
  };
}

/** Writes the form as a rule of a file. */
export function fromRuleDraft(draft: RuleDraft): PlainMap {
  return {
    name: draft.name,
    ...(draft.description && { description: draft.description }),
    match: toMatch(draft.conditions),
    to: {
      [draft.target.kind]:
        draft.target.kind === 'provisioned' ? true : draft.target.value,
    },
  };
}

/** Whether the file says the same of both, in whatever order. */
export function isSameConditions(one: Condition[], other: Condition[]) {
  return inOrder(one) === inOrder(other);
}

function inOrder(conditions: Condition[]): string {
  const kept = toConditions(toMatch(conditions));
  return JSON.stringify(kept.map(part => JSON.stringify(part)).sort());
}

function toConditions(match: PlainMap): Condition[] {
  const { tags, kubernetes, ...fields } = match;
  const { labels, ...ofCluster } = isPlainMap(kubernetes) ? kubernetes : {};
  const named = (field: ConditionField, map: PlainData | undefined) =>
    Object.entries(isPlainMap(map) ? map : {}).map(([key, values]) => ({
      field,
      key,
      values: patternsOf(values),
    }));
  return [
    ...named('tag', tags),
    ...named('label', labels),
    ...Object.entries({ ...fields, ...ofCluster }).flatMap(([name, values]) => {
      const field = CONDITION_FIELDS.find(known => known === name);
      return field ? [{ field, key: '', values: patternsOf(values) }] : [];
    }),
  ];
}

function toMatch(conditions: Condition[]): PlainMap {
  const match: PlainMap = {};
  const tags: PlainMap = {};
  const labels: PlainMap = {};
  const kubernetes: PlainMap = {};
  for (const { field, key, values } of conditions) {
    const patterns = toPatterns(values);
    switch (field) {
      case 'tag':
        putNamed(tags, key, patterns);
        break;
      case 'label':
        putNamed(labels, key, patterns);
        break;
      case 'cluster':
      case 'namespace':
        kubernetes[field] = patterns;
        break;
      case 'provisioned':
        match.provisioned = true;
        break;
      default:
        match[field] = patterns;
    }
  }
  const ofCluster = { ...kubernetes, ...withAny('labels', labels) };
  return {
    ...match,
    ...withAny('tags', tags),
    ...withAny('kubernetes', ofCluster),
  };
}

/**
 * What has no name of its own yet, is written without one: the file says that it
 * is missing, and no other condition is lost to it.
 */
function putNamed(map: PlainMap, key: string, patterns: PlainData) {
  map[Object.hasOwn(map, key) ? '' : key] = patterns;
}

function withAny(name: string, map: PlainMap): PlainMap {
  return Object.keys(map).length > 0 ? { [name]: map } : {};
}

function toTarget(to: PlainMap): RuleDraft['target'] {
  if ('provisioned' in to) {
    return { kind: 'provisioned', value: '' };
  }
  return 'pool' in to
    ? { kind: 'pool', value: textOf(to.pool) }
    : { kind: 'entity', value: textOf(to.entity) };
}

function patternsOf(values: PlainData): string {
  return listText([values].flat().map(textOf));
}

function toPatterns(values: string): string | string[] {
  const patterns = toList(values);
  return patterns.length > 1 ? patterns : patterns[0] ?? '';
}

function textOf(value: PlainData | undefined): string {
  return typeof value === 'string' ? value : '';
}
