import { type DriverText, driverWords } from '@atrium/plugin-provisioning-node';
import type { JsonValue } from '@backstage/types';
import {
  describeObject,
  type KubernetesObject,
} from '../cluster/KubernetesObject';

/** What an object does not have of its manifest, for people. */
export function compareObject(
  manifest: KubernetesObject,
  actual: KubernetesObject | undefined,
): DriverText[] {
  const object = describeObject(manifest);
  return actual
    ? compareFields(manifest, actual, { object, path: [] })
    : [driverWords.write('provisioning.difference.noObject', { object })];
}

function compareFields(
  wanted: JsonValue | undefined,
  actual: JsonValue | undefined,
  { object, path }: { object: string; path: readonly string[] },
): DriverText[] {
  const field = path.join('.');
  if (wanted === actual) {
    return [];
  }
  if (actual === undefined || actual === null) {
    return [
      driverWords.write('provisioning.difference.noField', { object, field }),
    ];
  }
  if (isObject(wanted) && isObject(actual)) {
    return Object.entries(wanted).flatMap(([key, value]) =>
      compareFields(value, actual[key], { object, path: [...path, key] }),
    );
  }
  if (Array.isArray(wanted) && Array.isArray(actual)) {
    return wanted.length === actual.length
      ? wanted.flatMap((value, index) =>
          compareFields(value, actual[index], {
            object,
            path: [...path, String(index)],
          }),
        )
      : [
          driverWords.write('provisioning.difference.otherItems', {
            object,
            field,
          }),
        ];
  }
  return [
    driverWords.write('provisioning.difference.field', {
      object,
      field,
      value: JSON.stringify(actual),
      wanted: JSON.stringify(wanted),
    }),
  ];
}

function isObject(
  value: JsonValue | undefined,
): value is Record<string, JsonValue> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
