import type { PlainData } from '@atrium/common/yaml';

/** The keywords that say how many there have to be at least. */
export const LOWER_COUNTS = ['minLength', 'minItems', 'minProperties'] as const;

/** The keywords that say how many there may be. */
export const UPPER_COUNTS = ['maxLength', 'maxItems', 'maxProperties'] as const;

/** The keywords that say how small a value may be. */
export const LOWER_BOUNDS = [
  'minimum',
  'exclusiveMinimum',
  ...LOWER_COUNTS,
] as const;

/** The keywords that say how large a value may be. */
export const UPPER_BOUNDS = [
  'maximum',
  'exclusiveMaximum',
  ...UPPER_COUNTS,
] as const;

/** A keyword that bounds a value. */
export type Bound =
  | (typeof LOWER_BOUNDS)[number]
  | (typeof UPPER_BOUNDS)[number];

/**
 * What a schema says, whichever way it is written: references followed, `allOf`
 * taken together, and the many ways to allow null made one.
 */
export interface SchemaView {
  /** True when no value is allowed at all: the schema `false`. */
  isNever: boolean;
  /** The types without `null`; undefined when any is allowed. */
  types: ReadonlySet<string> | undefined;
  isNullable: boolean;
  /** The allowed values without null, as JSON; undefined when not listed. */
  values: ReadonlySet<string> | undefined;
  format: string | undefined;
  pattern: string | undefined;
  bounds: ReadonlyMap<Bound, number>;
  multipleOf: number | undefined;
  hasUniqueItems: boolean;
  /** Several schemas when `allOf` describes a property more than once. */
  properties: ReadonlyMap<string, PlainData>;
  required: ReadonlySet<string>;
  /** Whether unnamed properties are allowed, and of what schema. */
  additional: boolean | PlainData;
  items: PlainData | undefined;
  prefixItems: readonly PlainData[];
  /** Each group is an `oneOf` or `anyOf`; the value fits one of its members. */
  unions: ReadonlyArray<readonly PlainData[]>;
  /** The property that tells the members of a union apart, where one is named. */
  discriminator: string | undefined;
  defaultValue: PlainData | undefined;
  isReadOnly: boolean;
  isWriteOnly: boolean;
  isDeprecated: boolean;
  /** Keywords that are only compared as equal or not, with their hashes. */
  others: ReadonlyMap<string, string>;
  /** References out of the document, which are never followed. */
  externalRefs: ReadonlySet<string>;
}
