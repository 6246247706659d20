import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * The parameters of a template for which the scaffolder takes any text: those
 * without an enumeration, or a whole pattern with a greatest length.
 */
export function findUnboundedParameters(template: JsonObject): string[] {
  const pages = [Object(template.spec).parameters ?? []].flat();
  return pages
    .flatMap((page: JsonObject) => Object.entries(Object(page.properties)))
    .filter(([, schema]) => !isBounded(Object(schema)))
    .map(([name]) => name);
}

function isBounded(schema: Record<string, JsonValue | undefined>): boolean {
  switch (schema.type) {
    case 'boolean':
    case 'integer':
    case 'number':
      return true;
    case 'string':
      return (
        Array.isArray(schema.enum) ||
        (typeof schema.maxLength === 'number' &&
          /^\^.*\$$/.test(String(schema.pattern)))
      );
    default:
      return false;
  }
}
