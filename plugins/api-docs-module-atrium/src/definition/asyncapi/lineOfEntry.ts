const SECTIONS: Record<string, string[]> = {
  operation: ['operations', 'channels'],
  message: ['messages'],
  schema: ['schemas'],
};

/**
 * The line on which an operation, message or schema begins, counted from 1.
 *
 * @param anchor - such as `message orderPlaced`
 */
export function lineOfEntry(text: string, anchor: string): number | undefined {
  const [kind, ...rest] = anchor.split(' ');
  const lines = text.split('\n');
  for (const section of SECTIONS[kind] ?? []) {
    const start = lines.findIndex(line => isKey(line, section));
    const index = lines.findIndex(
      (line, number) => number > start && isKey(line, rest.join(' ')),
    );
    if (start >= 0 && index >= 0) {
      return index + 1;
    }
  }
  return undefined;
}

/** In YAML or JSON, with or without quotes. */
function isKey(line: string, key: string): boolean {
  const content = line.trimStart();
  return [key, `'${key}'`, `"${key}"`].some(
    name => content.startsWith(`${name}:`) || content.startsWith(`${name} :`),
  );
}
