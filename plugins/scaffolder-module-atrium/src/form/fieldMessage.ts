import { t } from '../translation';

/** What of an error of the form engine says what is wrong. */
export interface FieldError {
  /** The word of JSON Schema that the answer breaks, such as `maxLength`. */
  name?: string;
  message?: string;
  params?: unknown;
}

/**
 * What a person is told about a field, where the words of the engine are about
 * schemas, and English.
 *
 * @param field - the name of the field of the template, such as `RepoUrlPicker`
 */
export function fieldMessage(
  error: FieldError,
  field: unknown,
): string | undefined {
  if (error.name === 'required') {
    return t('fieldMessage.fillThisIn');
  }
  if (field === 'RepoUrlPicker') {
    return t('fieldMessage.chooseWhereTheRepositoryIs');
  }
  return limitMessage(error) ?? patternMessage(error) ?? error.message;
}

function limitMessage({ name, params }: FieldError): string | undefined {
  const count = valueOf(params, 'limit');
  if (typeof count !== 'number') {
    return undefined;
  }
  switch (name) {
    case 'minLength':
      return t('fieldMessage.atLeastCharacters', { count });
    case 'maxLength':
      return t('fieldMessage.atMostCharacters', { count });
    case 'minItems':
      return t('fieldMessage.atLeastItems', { count });
    case 'maxItems':
      return t('fieldMessage.atMostItems', { count });
    case 'minimum':
      return t('fieldMessage.atLeast', { limit: count });
    case 'maximum':
      return t('fieldMessage.atMost', { limit: count });
    default:
      return undefined;
  }
}

function patternMessage({ name, params }: FieldError): string | undefined {
  const pattern = valueOf(params, 'pattern');
  return name === 'pattern' && typeof pattern === 'string'
    ? t('fieldMessage.matchesPattern', { pattern })
    : undefined;
}

function valueOf(params: unknown, key: string): unknown {
  return typeof params === 'object' && params !== null
    ? new Map<string, unknown>(Object.entries(params)).get(key)
    : undefined;
}
