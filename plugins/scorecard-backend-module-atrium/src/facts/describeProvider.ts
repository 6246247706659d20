import type {
  FactDescription,
  FactProviderDescription,
  FactType,
  FactValue,
} from '@atrium/plugin-scorecard-common';

/** A description that remembers the names and types of its facts. */
export type DescribedProvider<Facts extends Record<string, FactDescription>> =
  FactProviderDescription & { facts: Facts };

interface ValueTypes {
  boolean: boolean;
  integer: number;
  number: number;
  text: string;
  instant: string;
  texts: string[];
}

type Values<Facts extends Record<string, FactDescription>> = {
  [Name in keyof Facts]?: ValueTypes[Facts[Name]['type'] & FactType];
};

const MAX_TEXT = 1_000;
const MAX_TEXTS = 200;

/** Says what a provider knows, so that the compiler checks what it tells. */
export function describeProvider<Facts extends Record<string, FactDescription>>(
  description: DescribedProvider<Facts>,
): DescribedProvider<Facts> {
  return description;
}

/**
 * The values of one entity: what is not known is left out, and what is longer
 * than a fact may be is cut.
 */
export function valuesOf<Facts extends Record<string, FactDescription>>(
  _description: DescribedProvider<Facts>,
  values: Values<Facts>,
): Record<string, FactValue> {
  const known: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries<FactValue | undefined>(values)) {
    if (value !== undefined) {
      known[name] = limited(value);
    }
  }
  return known;
}

function limited(value: FactValue): FactValue {
  if (Array.isArray(value)) {
    return value.slice(0, MAX_TEXTS).map(text => text.slice(0, MAX_TEXT));
  }
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : value;
}
