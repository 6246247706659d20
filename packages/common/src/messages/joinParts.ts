/** The texts of the parts of a message, one after the other. */
export function joinParts(texts: readonly string[]): string {
  return texts.join(' ').replaceAll(' \n ', '\n');
}
