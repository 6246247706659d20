import { isRecord } from '@atrium/common';
import { isSameValue } from '@atrium/common/yaml';
import type { DocumentChange } from '@atrium/plugin-provisioning-common';

type FieldChange = DocumentChange['fields'][number];

/**
 * What is different between two values, field by field. Items of a list that
 * have names are told apart by them, so that another order is no change.
 */
export function compareFields(
  before: unknown,
  after: unknown,
  path = '',
): FieldChange[] {
  if (isSameValue(before, after)) {
    return [];
  }
  const [one, other] = [toFields(before), toFields(after)];
  if (!one || !other) {
    return [{ path, before: toJson(before), after: toJson(after) }];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap(key =>
    compareFields(one[key], other[key], path ? `${path}.${key}` : key),
  );
}

function toFields(value: unknown): Record<string, unknown> | undefined {
  if (isRecord(value)) {
    return value;
  }
  return Array.isArray(value) && value.length > 0 && value.every(hasName)
    ? Object.fromEntries(value.map(item => [item.name, item]))
    : undefined;
}

function hasName(item: unknown): item is { name: string } {
  return isRecord(item) && typeof item.name === 'string';
}

function toJson(value: unknown): FieldChange['before'] {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
