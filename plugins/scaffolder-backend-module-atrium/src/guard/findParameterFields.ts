import { isRecord } from '@atrium/common';
import type { JsonObject, JsonValue } from '@backstage/types';

/** A parameter of a template, with what the person chose for it. */
export interface ParameterField {
  /** Of a list or of named entries: the name of the parameter that holds them. */
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
  return findFieldsWithin('', schema, values);
}

/** A value with its schema, and whatever lies in it. */
function findFields(
  name: string,
  schema: JsonValue | undefined,
  value: JsonValue | undefined,
): ParameterField[] {
  const { 'ui:field': field, 'ui:options': options } = asObject(schema);
  return [
    {
      name,
      field: typeof field === 'string' ? field : undefined,
      options: asObject(options),
      value,
    },
    ...findFieldsWithin(name, schema, value),
  ];
}

function findFieldsWithin(
  name: string,
  schema: JsonValue | undefined,
  values: JsonValue | undefined,
): ParameterField[] {
  if (Array.isArray(schema)) {
    return schema.flatMap(item => findFieldsWithin(name, item, values));
  }
  if (!isRecord(schema)) {
    return [];
  }
  const properties = asObject(schema.properties);
  const own = Object.entries(properties).flatMap(([key, property]) =>
    findFields(key, property, asObject(values)[key]),
  );
  // Forms that depend on an answer, and things that the person adds.
  const dependent = [
    ...Object.values(asObject(schema.dependencies)),
    schema.oneOf,
    schema.anyOf,
    schema.allOf,
    schema.then,
    schema.else,
  ].flatMap(part => findFieldsWithin(name, part, values));
  return [...own, ...dependent, ...findAdded(name, schema, values)];
}

/** What a person adds to a list, or under a name of their own. */
function findAdded(
  name: string,
  schema: JsonObject,
  values: JsonValue | undefined,
): ParameterField[] {
  const { items, additionalItems, additionalProperties } = schema;
  if (Array.isArray(values)) {
    return values.flatMap((value, index) => {
      const item = Array.isArray(items) ? items[index] : items;
      return findAdditional(name, item ?? additionalItems, value);
    });
  }
  return Object.entries(asObject(values))
    .filter(([key]) => !Object.hasOwn(asObject(schema.properties), key))
    .flatMap(([, value]) => findAdditional(name, additionalProperties, value));
}

function findAdditional(
  name: string,
  schema: JsonValue | undefined,
  value: JsonValue | undefined,
): ParameterField[] {
  return isRecord(schema) ? findFields(name, schema, value) : [];
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isRecord(value) ? value : {};
}
