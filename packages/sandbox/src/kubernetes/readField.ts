/** The value at a path such as `status.phase`, or undefined. */
export function readField(object: unknown, path: string): unknown {
  let value = object;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

export function readText(object: unknown, path: string): string {
  const value = readField(object, path);
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}

export function readNumber(object: unknown, path: string): number {
  const value = readField(object, path);
  return typeof value === 'number' ? value : 0;
}

export function readList(object: unknown, path: string): unknown[] {
  const value = readField(object, path);
  return Array.isArray(value) ? value : [];
}

export function readTextMap(
  object: unknown,
  path: string,
): Record<string, string> {
  const value = readField(object, path);
  const entries =
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([key, text]) => [key, String(text)]));
}
