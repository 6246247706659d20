/**
 * A text as PostgreSQL can keep it.
 *
 * @remarks Repositories choose these texts. PostgreSQL has no place for the
 * character zero, and none in JSON for half a surrogate pair.
 */
export function toStorableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A value as JSON that PostgreSQL can keep. */
export function toStorableJson(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'string' ? toStorableText(part) : part,
  );
}
