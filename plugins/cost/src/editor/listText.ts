/** Texts that are separated by commas. */
export function toList(text: string): string[] {
  return text
    .split(',')
    .map(value => value.trim())
    .filter(Boolean);
}

/** The same, as a form shows them. */
export function listText(values: readonly string[]): string {
  return values.join(', ');
}
