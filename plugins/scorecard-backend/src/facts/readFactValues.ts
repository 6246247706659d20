import type {
  FactProviderDescription,
  FactType,
  FactValue,
} from '@atrium/plugin-scorecard-common';

/** What is right of some values, and what is wrong with the others. */
interface ReadFactValues {
  values: Record<string, FactValue>;
  /** In words, by the name of the fact. */
  problems: Record<string, string>;
}

const MAX_TEXT = 1000;
const MAX_TEXTS = 200;

/** Looks which values are facts of a provider, of their types. */
export function readFactValues(
  values: Readonly<Record<string, unknown>>,
  { facts }: Pick<FactProviderDescription, 'facts'>,
): ReadFactValues {
  const read: ReadFactValues = { values: {}, problems: {} };
  for (const [name, value] of Object.entries(values)) {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    const result = fact
      ? readValue(value, fact.type)
      : { problem: 'is not a fact of the provider' };
    if (result.value === undefined) {
      read.problems[name] = result.problem ?? 'is missing';
    } else {
      read.values[name] = result.value;
    }
  }
  return read;
}

function readValue(
  value: unknown,
  type: FactType,
): { value?: FactValue; problem?: string } {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean'
        ? { value }
        : { problem: 'must be true or false' };
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value)
        ? { value }
        : { problem: 'must be a whole number' };
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? { value }
        : { problem: 'must be a number' };
    case 'text':
      return isText(value)
        ? { value }
        : { problem: `must be a text of at most ${MAX_TEXT} characters` };
    case 'instant': {
      const instant = typeof value === 'string' ? Date.parse(value) : NaN;
      return Number.isNaN(instant)
        ? { problem: 'must be an instant such as 2026-11-28T12:00:00Z' }
        : { value: new Date(instant).toISOString() };
    }
    case 'texts':
      return Array.isArray(value) &&
        value.length <= MAX_TEXTS &&
        value.every(isText)
        ? { value }
        : {
            problem: `must be a list of at most ${MAX_TEXTS} texts of at most ${MAX_TEXT} characters`,
          };
    default:
      throw new Error(`There is no type '${String(type satisfies never)}'`);
  }
}

/** PostgreSQL keeps no zero characters, and in JSON no halves of others. */
function isText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= MAX_TEXT &&
    !value.includes('\0') &&
    value.isWellFormed()
  );
}
