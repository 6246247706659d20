/**
 * A text as PostgreSQL can keep it.
 *
 * @remarks Repositories choose many texts. PostgreSQL has no place for the
 * character zero, and none in JSON for half a surrogate pair.
 */
export function toStorableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
