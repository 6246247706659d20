import { driverWords } from '@atrium/plugin-provisioning-node';
import type { JsonObject, JsonValue } from '@backstage/types';

const PLACEHOLDER = /\$\{([^}]*)\}/g;
const WHOLE = /^\$\{([^}]*)\}$/;

/**
 * Puts values in the place of `${name}` and `${parameters.size}`.
 *
 * @remarks Values go into strings that were parsed already, so none of them can
 * add a field or a document. A string that is nothing but a placeholder becomes
 * the value as it is, such as a number.
 *
 * @throws Error on a placeholder that there is no value for
 */
export function fillTemplate(
  template: JsonValue,
  values: JsonObject,
): JsonValue {
  if (typeof template === 'string') {
    return fillText(template, values);
  }
  if (Array.isArray(template)) {
    return template.map(item => fillTemplate(item, values));
  }
  if (template !== null && typeof template === 'object') {
    return Object.fromEntries(
      Object.entries(template).map(([key, value]) => [
        key,
        fillTemplate(value ?? null, values),
      ]),
    );
  }
  return template;
}

/** Whether a text is another one once it is filled in. */
export function hasPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) !== -1;
}

function fillText(text: string, values: JsonObject): JsonValue {
  const whole = WHOLE.exec(text);
  if (whole) {
    return findValue(whole[1], values);
  }
  return text.replace(PLACEHOLDER, (_, path) => {
    const value = findValue(path, values);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function findValue(path: string, values: JsonObject): JsonValue {
  let value: JsonValue | undefined = values;
  for (const part of path.trim().split('.')) {
    value =
      value !== null &&
      typeof value === 'object' &&
      !Array.isArray(value) &&
      Object.hasOwn(value, part)
        ? value[part]
        : undefined;
  }
  if (value === undefined) {
    throw driverWords.error(
      Error,
      driverWords.describe('provisioning.cluster.noValue', {
        placeholder: `\${${path}}`,
      }),
    );
  }
  return value;
}
