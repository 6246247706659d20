import { t } from '../translation';

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
    return t('fieldMessage.fillThisIn');
  }
  if (field === 'RepoUrlPicker') {
    return t('fieldMessage.chooseWhereTheRepositoryIs');
  }
  return message;
}
