import { listOf, type RefResolver, valueOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import type { SchemaView } from './SchemaView';
import { SchemaViewBuilder } from './SchemaViewBuilder';

const MAX_PARTS = 1_000;
const MAX_STEPS = 50;

/** Beside a `$ref` these add nothing to what the schema says. */
const ANNOTATIONS = new Set(['$ref', 'description', 'summary']);

const COMBINATIONS = ['allOf', 'anyOf', 'oneOf'];

/** A schema with its references followed. */
export interface NamedSchema {
  schema: PlainData;
  /** The name of the component, when the schema is one. */
  name: string | undefined;
}

/** How {@link SchemaReader} reads. */
export interface SchemaReaderOptions {
  resolver: RefResolver;
  /** Whether keywords beside `$ref` count, which OpenAPI 3.0 denies. */
  hasRefSiblings: boolean;
}

/** Reads the schemas of one document, each once. */
export class SchemaReader {
  readonly #resolver: RefResolver;
  readonly #hasRefSiblings: boolean;
  readonly #views = new WeakMap<object, SchemaView>();
  readonly #combined = new Map<PlainData, Map<PlainData, PlainData>>();

  constructor(options: SchemaReaderOptions) {
    this.#resolver = options.resolver;
    this.#hasRefSiblings = options.hasRefSiblings;
  }

  /** Follows a schema that is nothing but another one. */
  follow(schema: PlainData): NamedSchema {
    let found: NamedSchema = { schema, name: undefined };
    for (let step = 0; step < MAX_STEPS; step++) {
      const only = onlyMember(found.schema);
      if (only !== undefined) {
        found = { ...found, schema: only };
        continue;
      }
      if (!this.#isPlainRef(found.schema)) {
        break;
      }
      const { value, name } = this.#resolver.resolve(found.schema);
      if (value === undefined) {
        break;
      }
      found = { schema: value, name };
    }
    return found;
  }

  read(schema: PlainData): SchemaView {
    if (typeof schema !== 'object' || schema === null) {
      return this.#build(schema);
    }
    let view = this.#views.get(schema);
    if (!view) {
      view = this.#build(schema);
      this.#views.set(schema, view);
    }
    return view;
  }

  #isPlainRef(schema: PlainData): boolean {
    return (
      isPlainMap(schema) &&
      typeof valueOf(schema, '$ref') === 'string' &&
      (!this.#hasRefSiblings ||
        Object.keys(schema).every(key => ANNOTATIONS.has(key)))
    );
  }

  #build(schema: PlainData): SchemaView {
    const builder = new SchemaViewBuilder((one, other) =>
      this.#combine(one, other),
    );
    const seen = new Set<PlainData>();
    const pending: PlainData[] = [schema];
    while (pending.length > 0 && seen.size < MAX_PARTS) {
      const part = pending.pop();
      if (part === false) {
        builder.addNever();
      }
      // A part that is in itself by way of `allOf` says nothing more.
      if (!isPlainMap(part) || seen.has(part)) {
        continue;
      }
      seen.add(part);
      if (typeof valueOf(part, '$ref') === 'string') {
        const { value, externalRef } = this.#resolver.resolve(part);
        if (externalRef !== undefined) {
          builder.addExternalRef(externalRef);
        } else if (value !== undefined) {
          pending.push(value);
        }
        if (!this.#hasRefSiblings) {
          continue;
        }
      }
      pending.push(...listOf(part, 'allOf').reverse());
      pending.push(...this.#addUnions(builder, part));
      builder.addKeywords(part, part === schema);
    }
    return builder.finish();
  }

  #combine(one: PlainData, other: PlainData): PlainData {
    if (this.follow(one).schema === this.follow(other).schema) {
      return one;
    }
    const known = this.#combined.get(one) ?? new Map<PlainData, PlainData>();
    this.#combined.set(one, known);
    const combined = known.get(other) ?? { allOf: [one, other] };
    known.set(other, combined);
    return combined;
  }

  /** Gives back what has to be taken as a part, since there is no choice. */
  #addUnions(builder: SchemaViewBuilder, part: PlainMap): PlainData[] {
    const parts: PlainData[] = [];
    for (const keyword of ['oneOf', 'anyOf']) {
      const members = listOf(part, keyword);
      if (members.length > 0) {
        const others = members.filter(member => !isNullSchema(member));
        if (others.length < members.length) {
          builder.addNull();
        }
        if (others.length === 1) {
          parts.push(others[0]);
        } else if (others.length > 1) {
          builder.addUnion(others);
        }
      }
    }
    return parts;
  }
}

/** What a schema is that consists of a combination of one. */
function onlyMember(schema: PlainData): PlainData | undefined {
  if (!isPlainMap(schema)) {
    return undefined;
  }
  const keys = Object.keys(schema).filter(key => !ANNOTATIONS.has(key));
  const members =
    keys.length === 1 && COMBINATIONS.includes(keys[0])
      ? listOf(schema, keys[0])
      : [];
  return members.length === 1 ? members[0] : undefined;
}

function isNullSchema(schema: PlainData): boolean {
  const type = valueOf(schema, 'type');
  return (
    type === 'null' ||
    (Array.isArray(type) && type.length === 1 && type[0] === 'null') ||
    (isPlainMap(schema) && valueOf(schema, 'const') === null)
  );
}
