/**
 * A name at the provider as an identifier of SQL that needs no quotes. No two
 * become the same, since names have no underscores.
 */
export function toIdentifier(providerName: string): string {
  return providerName.replaceAll('-', '_');
}

/** The end of a name, which holds the part of the id that makes it unique. */
const TAIL = /[_-][^_-]*$/;

/** A name cut down to a length, with the part that makes it unique. */
export function shortenName(name: string, maximum: number): string {
  if (name.length <= maximum) {
    return name;
  }
  const tail = TAIL.exec(name)?.[0] ?? '';
  return `${name.slice(0, maximum - tail.length)}${tail}`;
}
