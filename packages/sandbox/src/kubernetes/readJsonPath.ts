import { readField } from './readField.ts';

/** A step of a path: `.status`, `[0]`, `[*]` or `[?(@.type=="Ready")]`. */
const stepPattern =
  /\.([^.[]+)|\[(?:(\d+)|(\*)|\?\(@\.([\w.]+)\s*==\s*["']([^"']*)["']\))\]/g;

/** The values at a path as CustomResourceDefinitions write it for their columns. */
export function readJsonPath(object: unknown, path: string): unknown[] {
  let values = [object];
  for (const step of path.matchAll(stepPattern)) {
    const [, field, index, all, key, wanted] = step;
    values = values
      .flatMap((value): unknown[] => {
        const items = Array.isArray(value) ? value : [];
        if (field !== undefined) {
          return [readField(value, field)];
        }
        if (index !== undefined) {
          return [items[Number(index)]];
        }
        return all
          ? items
          : items.filter(item => readField(item, key) === wanted);
      })
      .filter(value => value !== undefined && value !== null);
  }
  return values;
}
