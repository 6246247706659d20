import { listOf, mapOf, textOf, valueOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import { hashTree } from '../tree/hashTree';
import { commonMultiple } from './commonMultiple';
import type { Bound, SchemaView } from './SchemaView';
import { LOWER_BOUNDS, LOWER_COUNTS, UPPER_BOUNDS } from './SchemaView';

/** Keywords that make sense for one type only, and so imply it. */
const IMPLIED_TYPES: Record<string, readonly string[]> = {
  object: ['properties', 'required', 'additionalProperties', 'minProperties'],
  array: ['items', 'prefixItems', 'minItems', 'uniqueItems'],
};

/** Lower bounds that are 0 where they are not written. */
const COUNTS: ReadonlySet<Bound> = new Set(LOWER_COUNTS);

/** Keywords that are compared by what they mean. */
const WEIGHED = new Set<string>([
  ...['$ref', 'allOf', 'anyOf', 'oneOf', 'type', 'nullable', 'enum', 'const'],
  ...['format', 'pattern', 'multipleOf', ...LOWER_BOUNDS, ...UPPER_BOUNDS],
  ...['properties', 'required', 'additionalProperties'],
  ...['items', 'prefixItems', 'uniqueItems'],
  ...['default', 'readOnly', 'writeOnly', 'deprecated'],
]);

/** Keywords that say nothing about values. */
const ANNOTATIONS = new Set([
  ...['title', 'summary', 'description', 'example', 'examples', 'externalDocs'],
  ...['$comment', '$schema', '$id', '$anchor', '$defs', 'definitions'],
]);

/** Keywords that say nothing when they allow everything. */
const LEFTOVERS = new Set([
  'additionalItems',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** Takes the parts of a schema together: a value has to fit all of them. */
export class SchemaViewBuilder {
  readonly #combine: (one: PlainData, other: PlainData) => PlainData;
  #isNever = false;
  #types: Set<string> | undefined;
  readonly #implied = new Set<string>();
  #isNullable: boolean | undefined;
  #isNullableForced = false;
  #values: Set<string> | undefined;
  readonly #formats = new Set<string>();
  readonly #patterns = new Set<string>();
  readonly #bounds = new Map<Bound, number>();
  #multipleOf: number | undefined;
  #hasUniqueItems = false;
  readonly #properties = new Map<string, PlainData>();
  readonly #required = new Set<string>();
  #additional: boolean | PlainData = true;
  #items: PlainData | undefined;
  readonly #prefixItems: PlainData[] = [];
  readonly #unions: PlainData[][] = [];
  #discriminator: string | undefined;
  #defaultValue: PlainData | undefined;
  readonly #flags = new Set<string>();
  readonly #others = new Map<string, string>();
  readonly #externalRefs = new Set<string>();

  /**
   * @param combine - makes one schema of two, and the same one of the same two:
   *   a schema that describes itself twice would never be read to its end
   */
  constructor(combine: (one: PlainData, other: PlainData) => PlainData) {
    this.#combine = combine;
  }

  addNever(): void {
    this.#isNever = true;
  }

  addNull(): void {
    this.#isNullableForced = true;
  }

  addExternalRef(ref: string): void {
    this.#externalRefs.add(ref);
  }

  addUnion(members: PlainData[]): void {
    this.#unions.push(members);
  }

  /**
   * @param isOutermost - whether this is the schema itself and not one of its
   *   `allOf`: there `nullable` is meant for the whole, though OpenAPI 3.0 says
   *   otherwise
   */
  addKeywords(part: PlainMap, isOutermost: boolean): void {
    this.#addTypes(part);
    this.#addValues(part);
    if (isOutermost && valueOf(part, 'nullable') === true) {
      this.#isNullableForced = true;
    }
    const format = textOf(part, 'format');
    if (format !== undefined) {
      this.#formats.add(format);
    }
    const pattern = textOf(part, 'pattern');
    if (pattern !== undefined) {
      this.#patterns.add(pattern);
    }
    this.#addBounds(part);
    this.#addObject(part);
    this.#addArray(part);
    this.#defaultValue ??= valueOf(part, 'default');
    // AsyncAPI names the property alone.
    this.#discriminator ??=
      textOf(part, 'discriminator') ??
      textOf(valueOf(part, 'discriminator'), 'propertyName');
    this.#addOthers(part);
    for (const flag of ['readOnly', 'writeOnly', 'deprecated']) {
      if (valueOf(part, flag) === true) {
        this.#flags.add(flag);
      }
    }
  }

  finish(): SchemaView {
    const types = this.#types ?? this.#impliedTypes();
    const isAnything =
      !types && !this.#values && this.#unions.length === 0 && !this.#isNever;
    return {
      isNever: this.#isNever,
      types,
      isNullable: this.#isNullableForced || (this.#isNullable ?? isAnything),
      values: this.#values,
      format: joinTexts(this.#formats),
      pattern: joinTexts(this.#patterns),
      bounds: this.#bounds,
      multipleOf: this.#multipleOf,
      hasUniqueItems: this.#hasUniqueItems,
      properties: this.#properties,
      required: this.#required,
      additional: this.#additional,
      items: this.#items,
      prefixItems: this.#prefixItems,
      unions: this.#unions,
      discriminator: this.#discriminator,
      defaultValue: this.#defaultValue,
      isReadOnly: this.#flags.has('readOnly'),
      isWriteOnly: this.#flags.has('writeOnly'),
      isDeprecated: this.#flags.has('deprecated'),
      others: this.#others,
      externalRefs: this.#externalRefs,
    };
  }

  #addTypes(part: PlainMap): void {
    const type = valueOf(part, 'type');
    const named = (Array.isArray(type) ? type : [type]).filter(
      name => typeof name === 'string',
    );
    if (named.length > 0) {
      this.#restrictNull(
        named.includes('null') || valueOf(part, 'nullable') === true,
      );
      const types = named.filter(name => name !== 'null');
      this.#types = this.#types
        ? commonTypes(this.#types, types)
        : new Set(types);
    }
    for (const [name, keywords] of Object.entries(IMPLIED_TYPES)) {
      if (keywords.some(keyword => Object.hasOwn(part, keyword))) {
        this.#implied.add(name);
      }
    }
  }

  #addValues(part: PlainMap): void {
    const isConst = Object.hasOwn(part, 'const');
    const listed = isConst ? [part.const] : valueOf(part, 'enum');
    if (!Array.isArray(listed)) {
      return;
    }
    if (!listed.includes(null)) {
      this.#restrictNull(false);
    } else if (!Object.hasOwn(part, 'type')) {
      this.#restrictNull(true);
    }
    const values = listed
      .filter(value => value !== null)
      .map(value => JSON.stringify(value));
    const known = this.#values;
    this.#values = new Set(
      known ? values.filter(value => known.has(value)) : values,
    );
  }

  #restrictNull(isAllowed: boolean): void {
    this.#isNullable = isAllowed && this.#isNullable !== false;
  }

  #addBounds(part: PlainMap): void {
    for (const bound of LOWER_BOUNDS) {
      this.#addBound(keywordOf(part, bound), valueOf(part, bound), Math.max);
    }
    for (const bound of UPPER_BOUNDS) {
      this.#addBound(keywordOf(part, bound), valueOf(part, bound), Math.min);
    }
    const multipleOf = valueOf(part, 'multipleOf');
    if (typeof multipleOf === 'number' && multipleOf > 0) {
      this.#multipleOf =
        this.#multipleOf === undefined
          ? multipleOf
          : commonMultiple(this.#multipleOf, multipleOf);
    }
  }

  #addBound(
    bound: Bound,
    value: PlainData | undefined,
    stricter: (a: number, b: number) => number,
  ): void {
    const saysNothing = value === 0 && COUNTS.has(bound);
    if (typeof value === 'number' && !saysNothing) {
      const known = this.#bounds.get(bound);
      this.#bounds.set(
        bound,
        known === undefined ? value : stricter(known, value),
      );
    }
  }

  #addObject(part: PlainMap): void {
    for (const [name, schema] of Object.entries(mapOf(part, 'properties'))) {
      this.#properties.set(
        name,
        this.#with(this.#properties.get(name), schema),
      );
    }
    for (const name of listOf(part, 'required')) {
      if (typeof name === 'string') {
        this.#required.add(name);
      }
    }
    const additional = valueOf(part, 'additionalProperties');
    if (
      additional === false ||
      valueOf(part, 'unevaluatedProperties') === false
    ) {
      this.#additional = false;
    } else if (
      isPlainMap(additional) &&
      !allowsAll(additional) &&
      this.#additional !== false
    ) {
      const known = this.#additional;
      this.#additional = this.#with(
        known === true ? undefined : known,
        additional,
      );
    }
  }

  #addArray(part: PlainMap): void {
    const items = valueOf(part, 'items');
    // Older JSON Schema, which AsyncAPI uses, puts the prefix into `items`.
    if (Array.isArray(items)) {
      this.#addPrefixItems(items);
    } else if (items !== undefined) {
      this.#items = this.#with(this.#items, items);
    }
    this.#addPrefixItems(listOf(part, 'prefixItems'));
    if (valueOf(part, 'uniqueItems') === true) {
      this.#hasUniqueItems = true;
    }
  }

  #addPrefixItems(items: readonly PlainData[]): void {
    for (const [index, item] of items.entries()) {
      this.#prefixItems[index] = this.#with(this.#prefixItems[index], item);
    }
  }

  #addOthers(part: PlainMap): void {
    for (const [keyword, value] of Object.entries(part)) {
      if (
        !WEIGHED.has(keyword) &&
        !ANNOTATIONS.has(keyword) &&
        !keyword.startsWith('x-') &&
        !(LEFTOVERS.has(keyword) && allowsAll(value)) &&
        // It closes the object, as `additionalProperties` does.
        !(keyword === 'unevaluatedProperties' && value === false)
      ) {
        const known = this.#others.get(keyword) ?? '';
        this.#others.set(keyword, known + hashTree(value));
      }
    }
  }

  /** Takes a second description of the same together with the first. */
  #with(known: PlainData | undefined, schema: PlainData): PlainData {
    return known === undefined || known === schema
      ? schema
      : this.#combine(known, schema);
  }

  #impliedTypes(): Set<string> | undefined {
    if (this.#values && this.#values.size > 0) {
      return new Set([...this.#values].map(jsonType));
    }
    // A choice between schemas leaves the type to them.
    return this.#implied.size > 0 && this.#unions.length === 0
      ? this.#implied
      : undefined;
  }
}

/** OpenAPI 3.0 writes the exclusive bounds as switches. */
function keywordOf(part: PlainMap, bound: Bound): Bound {
  if (bound === 'minimum' && valueOf(part, 'exclusiveMinimum') === true) {
    return 'exclusiveMinimum';
  }
  return bound === 'maximum' && valueOf(part, 'exclusiveMaximum') === true
    ? 'exclusiveMaximum'
    : bound;
}

function joinTexts(texts: ReadonlySet<string>): string | undefined {
  return texts.size > 0 ? [...texts].join(' and ') : undefined;
}

function allowsAll(schema: PlainData): boolean {
  return (
    schema === true || (isPlainMap(schema) && Object.keys(schema).length === 0)
  );
}

function commonTypes(known: Set<string>, types: string[]): Set<string> {
  const common = new Set<string>();
  for (const type of types) {
    if (known.has(type) || (type === 'integer' && known.has('number'))) {
      common.add(type);
    } else if (type === 'number' && known.has('integer')) {
      common.add('integer');
    }
  }
  return common;
}

function jsonType(json: string): string {
  if (json.startsWith('"')) {
    return 'string';
  }
  if (json.startsWith('{')) {
    return 'object';
  }
  if (json.startsWith('[')) {
    return 'array';
  }
  if (json === 'true' || json === 'false') {
    return 'boolean';
  }
  return /^-?\d+$/.test(json) ? 'integer' : 'number';
}
