import { isRecord } from '@atrium/common';
import type { JsonObject, JsonValue } from '@backstage/types';

/** A parameter of a template, with what the person chose for it. */
export interface ParameterField {
  name: string;
  field?: string;
  options: JsonObject;
  value: JsonValue | undefined;
}

/** The parameters of a template, however deep its form nests them. */
export function findParameterFields(
  schema: JsonValue | undefined,
  values: JsonValue | undefined,
): ParameterField[] {
  if (Array.isArray(schema)) {
    return schema.flatMap(item => findParameterFields(item, values));
  }
  if (!isRecord(schema)) {
    return [];
  }
  const own = Object.entries(asObject(schema.properties)).flatMap(
    ([name, property]) => {
      const value = asObject(values)[name];
      const { 'ui:field': field, 'ui:options': options } = asObject(property);
      return [
        {
          name,
          field: typeof field === 'string' ? field : undefined,
          options: asObject(options),
          value,
        },
        ...findParameterFields(property, value),
      ];
    },
  );
  // Forms that depend on an answer, and lists of things.
  const dependent = [
    ...Object.values(asObject(schema.dependencies)),
    schema.oneOf,
    schema.anyOf,
    schema.allOf,
    schema.then,
    schema.else,
  ].flatMap(part => findParameterFields(part, values));
  const items = (Array.isArray(values) ? values : []).flatMap(value =>
    findParameterFields(schema.items, value),
  );
  return [...own, ...dependent, ...items];
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isRecord(value) ? value : {};
}
