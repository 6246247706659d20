/** What is the same in JSON: it has neither quotes, nor escapes, nor half characters. */
const PLAIN_TEXT = /^[ !#-[\]-~]*$/;

/** A text as JSON. Plain texts, which nearly all are, need no escapes. */
export function toJsonText(value: string): string {
  return PLAIN_TEXT.test(value) ? `"${value}"` : JSON.stringify(value);
}
