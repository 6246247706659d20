/**
 * The same text in memory of its own.
 *
 * @remarks A part of a text keeps all of it in memory, so what is remembered of a
 * file would keep the file.
 */
export function copyText(text: string): string {
  return Buffer.from(text).toString();
}
