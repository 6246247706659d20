import { isRecord } from '@atrium/common';

/** What a schema says of an answer. */
export type FieldSchema = Record<string, unknown>;

/**
 * The fields that a form asks for, by their ids: its own, and those that depend on
 * what was answered.
 *
 * @remarks Of alternatives only the fields of the one that the answers belong to. Where
 * that is not said, only the fields that have an answer.
 */
export function fieldsOf(
  schema: unknown,
  answers: Record<string, unknown>,
): Map<string, FieldSchema> {
  if (!isRecord(schema)) {
    return new Map();
  }
  const { properties, dependencies, allOf, anyOf, oneOf } = schema;
  const isThen = isFor(schema.if, answers);
  const parts: [string, FieldSchema][][] = [
    recordsIn(properties),
    ...listOf(allOf).map(part => [...fieldsOf(part, answers)]),
    ...recordsIn(dependencies)
      .filter(([id]) => answers[id] !== undefined)
      .map(([, part]) => [...fieldsOf(part, answers)]),
    ...[...listOf(oneOf), ...listOf(anyOf)].map(part =>
      fieldsOfBranch(part, isFor(part, answers), answers),
    ),
    fieldsOfBranch(schema.then, isThen, answers),
    fieldsOfBranch(
      schema.else,
      isThen === undefined ? undefined : !isThen,
      answers,
    ),
  ];
  const fields = new Map<string, FieldSchema>();
  for (const [id, field] of parts.flat()) {
    // What a branch adds to a field holds as well: that it is a password, for one.
    fields.set(id, { ...field, ...fields.get(id) });
  }
  return fields;
}

/** What the schema says of what somebody added to a list. */
export function itemSchema(field: FieldSchema, index: number): FieldSchema {
  const { items, additionalItems } = field;
  const schema = Array.isArray(items) ? items[index] ?? additionalItems : items;
  return isRecord(schema) ? schema : {};
}

/** What the schema says of what somebody added by a name of their own. */
export function entrySchema(field: FieldSchema, key: string): FieldSchema {
  const { additionalProperties, patternProperties } = field;
  const matching = recordsIn(patternProperties).find(([pattern]) =>
    new RegExp(pattern, 'u').test(key),
  );
  const schema = matching ? matching[1] : additionalProperties;
  return isRecord(schema) ? schema : {};
}

/** @param isChosen - undefined where nothing tells. */
function fieldsOfBranch(
  branch: unknown,
  isChosen: boolean | undefined,
  answers: Record<string, unknown>,
): [string, FieldSchema][] {
  if (isChosen === false) {
    return [];
  }
  const fields = [...fieldsOf(branch, answers)];
  return isChosen ? fields : fields.filter(([id]) => answers[id] !== undefined);
}

/** Whether answers are those that a branch is for; undefined where nothing tells. */
function isFor(
  branch: unknown,
  answers: Record<string, unknown>,
): boolean | undefined {
  const conditions = recordsIn(isRecord(branch) ? branch.properties : undefined)
    .filter(
      ([id, field]) =>
        answers[id] !== undefined &&
        (field.const !== undefined || Array.isArray(field.enum)),
    )
    .map(([id, field]) =>
      (field.const === undefined ? listOf(field.enum) : [field.const]).includes(
        answers[id],
      ),
    );
  return conditions.length > 0 ? conditions.every(Boolean) : undefined;
}

function recordsIn(value: unknown): [string, FieldSchema][] {
  return Object.entries(isRecord(value) ? value : {}).flatMap(
    ([id, field]): [string, FieldSchema][] =>
      isRecord(field) ? [[id, field]] : [],
  );
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
