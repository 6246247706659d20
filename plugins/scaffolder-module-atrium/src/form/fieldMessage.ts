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
  return limitMessage(error) ?? ruleMessage(error) ?? error.message;
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
    case 'exclusiveMinimum':
      return t('fieldMessage.moreThan', { limit: count });
    case 'exclusiveMaximum':
      return t('fieldMessage.lessThan', { limit: count });
    default:
      return undefined;
  }
}

function ruleMessage({ name, params }: FieldError): string | undefined {
  switch (name) {
    case 'pattern':
      return t('fieldMessage.matchesPattern', {
        pattern: String(valueOf(params, 'pattern')),
      });
    case 'enum':
      return t('fieldMessage.oneOfTheOptions');
    case 'const':
      return t('fieldMessage.exactly', {
        value: String(valueOf(params, 'allowedValue')),
      });
    case 'multipleOf':
      return t('fieldMessage.multipleOf', {
        factor: Number(valueOf(params, 'multipleOf')),
      });
    case 'uniqueItems':
      return t('fieldMessage.noItemTwice');
    case 'type':
      return typeMessage(valueOf(params, 'type'));
    case 'format':
      return formatMessage(valueOf(params, 'format'));
    default:
      return undefined;
  }
}

function typeMessage(type: unknown): string | undefined {
  switch (type) {
    case 'integer':
      return t('fieldMessage.wholeNumber');
    case 'number':
      return t('fieldMessage.number');
    case 'string':
      return t('fieldMessage.text');
    default:
      return undefined;
  }
}

function formatMessage(format: unknown): string {
  switch (format) {
    case 'email':
      return t('fieldMessage.emailAddress');
    case 'uri':
    case 'url':
      return t('fieldMessage.webAddress');
    case 'date':
      return t('fieldMessage.date');
    default:
      return t('fieldMessage.format', { format: String(format) });
  }
}

function valueOf(params: unknown, key: string): unknown {
  return typeof params === 'object' && params !== null
    ? new Map<string, unknown>(Object.entries(params)).get(key)
    : undefined;
}
