/**
 * Which components a question is about: some by their refs, or all that the
 * catalog has, maybe of one lifecycle only.
 */
export type ComponentSelection = string[] | { all: true; lifecycle?: string };

/** A condition in SQL, with its values. */
export interface Condition {
  sql: string;
  values: (string | string[])[];
}

/** Which rows of `components` are selected. */
export function isSelectedComponent(selection: ComponentSelection): Condition {
  if (Array.isArray(selection)) {
    return { sql: 'entity_ref = ANY(?::text[])', values: [selection] };
  }
  return selection.lifecycle === undefined
    ? { sql: 'true', values: [] }
    : { sql: 'lifecycle = ?', values: [selection.lifecycle] };
}

/** Whether the entity of a row is among the selected ones. */
export function isSelected(
  column: string,
  selection: ComponentSelection,
): Condition {
  if (Array.isArray(selection)) {
    return { sql: `${column} = ANY(?::text[])`, values: [selection] };
  }
  const { sql, values } = isSelectedComponent(selection);
  return {
    sql: `${column} IN (SELECT entity_ref FROM components WHERE ${sql})`,
    values,
  };
}
