/** What of an error of the form engine says what is wrong. */
export interface FieldError {
  name?: string;
  message?: string;
}

/**
 * What a person is told about a field, where the words of the engine are about
 * schemas.
 *
 * @param field - the name of the field of the template, such as `RepoUrlPicker`
 */
export function fieldMessage(
  { name, message }: FieldError,
  field: unknown,
): string | undefined {
  if (name === 'required') {
    return 'Fill this in';
  }
  if (field === 'RepoUrlPicker') {
    return 'Choose where the repository is made, and enter its name';
  }
  return message;
}
