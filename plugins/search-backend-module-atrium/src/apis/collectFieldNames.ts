import type { JsonNode } from './JsonNode';

const MAX_DEPTH = 4;
const MAX_FIELDS = 200;

/**
 * Names of the properties of schemas, of those in them too, down to where they
 * say little about the thing at hand.
 */
export function collectFieldNames(schemas: JsonNode[]): string[] {
  const names = new Set<string>();
  const visited = new Set<unknown>();
  let level = schemas;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    const next: JsonNode[] = [];
    for (const schema of level) {
      if (!schema.isObject || visited.has(schema.value)) {
        continue;
      }
      visited.add(schema.value);
      for (const [name, property] of schema.get('properties').entries()) {
        names.add(name);
        next.push(property);
        if (names.size >= MAX_FIELDS) {
          return [...names];
        }
      }
      next.push(...innerSchemas(schema));
    }
    level = next;
  }
  return [...names];
}

function innerSchemas(schema: JsonNode): JsonNode[] {
  return [
    schema.get('items'),
    schema.get('additionalProperties'),
    ...['allOf', 'oneOf', 'anyOf'].flatMap(key => schema.get(key).items()),
  ];
}
