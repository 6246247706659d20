/** Takes the backslashes out of a quoted value: `\\`, `\"` and `\n`. */
export function unescapeLabel(quoted: string): string {
  return quoted.replace(/\\(.)/g, (_, character: string) =>
    character === 'n' ? '\n' : character,
  );
}
