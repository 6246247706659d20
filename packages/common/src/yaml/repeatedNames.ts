import type { FieldIssue } from './fieldIssues';

/**
 * What is called like something above it in the same list.
 *
 * @param path - of the list
 */
export function repeatedNames(
  items: readonly { name: string }[],
  path: readonly PropertyKey[],
): FieldIssue[] {
  const seen = new Set<string>();
  return items.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        path: [...path, index, 'name'],
        message: `is '${name}', like another one above`,
      },
    ];
  });
}
