/** Where entries of a kind are, as keys from the top. */
const SECTIONS: Record<string, string[][]> = {
  // AsyncAPI 2 has operations inside of channels.
  operation: [['operations'], ['channels']],
  message: [['components', 'messages']],
  schema: [['components', 'schemas']],
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
    const line = lineOfPath(lines, [...section, rest.join(' ')]);
    if (line !== undefined) {
      return line;
    }
  }
  return undefined;
}

/** Each key is the first one of its name after the key around it. */
function lineOfPath(lines: string[], path: string[]): number | undefined {
  let line = 0;
  for (const key of path) {
    const start = line;
    const index = lines.findIndex(
      (content, number) => number >= start && isKey(content, key),
    );
    if (index < 0) {
      return undefined;
    }
    line = index + 1;
  }
  return line;
}

/** In YAML or JSON, with or without quotes. */
function isKey(line: string, key: string): boolean {
  const content = line.trimStart();
  return [key, `'${key}'`, `"${key}"`].some(
    name => content.startsWith(`${name}:`) || content.startsWith(`${name} :`),
  );
}
