import type { JsonObject, JsonValue } from '@backstage/types';
import { isRecord } from '@atrium/common';

/**
 * Has what is asked for in a list be called as the list is, where a template does not
 * say: the form engine would call it `tags-0`.
 */
export function nameListItems<T extends JsonValue | undefined>(schema: T): T {
  return (
    isRecord(schema)
      ? Object.fromEntries(
          Object.entries(schema).map(([key, value]) => [
            key,
            isRecord(value) ? nameListItems(withItemTitle(key, value)) : value,
          ]),
        )
      : schema
  ) as T;
}

function withItemTitle(
  name: string,
  schema: Record<string, unknown>,
): JsonObject {
  const { items, title = name } = schema;
  return (
    schema.type === 'array' && isRecord(items) && items.title === undefined
      ? { ...schema, items: { ...items, title } }
      : schema
  ) as JsonObject;
}
