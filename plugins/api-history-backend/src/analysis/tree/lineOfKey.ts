/**
 * The line of a key at the top of a YAML or JSON text, counted from 1.
 *
 * @remarks A guess by its look, good enough to send somebody to the right line:
 * parsed trees have no lines any more.
 */
export function lineOfKey(text: string, key: string): number | undefined {
  const isJson = /^\s*\{/.test(text);
  const index = text.search(
    isJson
      ? new RegExp(`"${key}"\\s*:`)
      : new RegExp(`^["']?${key}["']?[ \t]*:`, 'm'),
  );
  if (index < 0) {
    return undefined;
  }
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; line++) {
    at = text.indexOf('\n', at + 1);
  }
  return line;
}
