/** A part of a definition, or what is made of one. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is a mapping, as opposed to a list, a scalar or nothing. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
