const MAX_LENGTH = 500;

/**
 * What an automation says, as it may be shown and logged: one line, not too
 * long, and without the account of an address in it.
 */
export function toPlainText(text: string): string {
  const line = text
    .slice(0, 10 * MAX_LENGTH)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/:\/\/[^\s/@]+@/g, '://')
    .trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
