import type { ChargeField, ReadableChargeKey } from './chargeKey';
import type { CompiledPatterns } from './patterns';

/** What a rule asks of one tag, or of fields of which one has to match. */
export type RuleCondition = { patterns: CompiledPatterns } & (
  | { fields: readonly ChargeField[]; tag?: undefined }
  | { fields?: undefined; tag: string }
);

/** Whether a charge is as a condition says. */
export function isMet(
  { fields, patterns, tag }: RuleCondition,
  key: ReadableChargeKey,
): boolean {
  return tag === undefined
    ? fields.some(name => patterns.isLike(key.foldedField(name)))
    : patterns.isLike(key.foldedTag(tag));
}

interface TagRules {
  withAnyValue: number[];
  byValue: Map<string, number[]>;
}

/**
 * Finds which of many rules may match a charge without trying each: those that ask for
 * certain values are found by these, those that ask for a tag only where it is there.
 */
export class RuleIndex {
  /** Rules of which nothing is known before they are tried. */
  readonly #others: number[] = [];
  readonly #byField = new Map<ChargeField, Map<string, number[]>>();
  readonly #byTag = new Map<string, TagRules>();

  /** @param rules - what each asks for, in the order in which they decide */
  constructor(rules: readonly (readonly RuleCondition[])[]) {
    for (const [index, conditions] of rules.entries()) {
      this.#add(index, conditions);
    }
  }

  /** The rules that may match, by their place, in order. */
  find(key: ReadableChargeKey): number[] {
    const found = [...this.#others];
    for (const [field, byValue] of this.#byField) {
      const value = key.foldedField(field);
      const rules = value === undefined ? undefined : byValue.get(value);
      if (rules) {
        found.push(...rules);
      }
    }
    if (this.#byTag.size > 0) {
      this.#findByTags(key, found);
    }
    return found.sort((one, other) => one - other);
  }

  #findByTags(key: ReadableChargeKey, found: number[]): void {
    for (const name of key.tagNames()) {
      const rules = this.#byTag.get(name);
      if (rules) {
        found.push(...rules.withAnyValue);
        const value = key.foldedTag(name);
        if (rules.byValue.size > 0 && value !== undefined) {
          found.push(...(rules.byValue.get(value) ?? []));
        }
      }
    }
  }

  #add(index: number, conditions: readonly RuleCondition[]): void {
    const tags = conditions.filter(({ tag }) => tag !== undefined);
    // Values of tags are told apart the best, and few charges have a tag at all.
    const condition =
      tags.find(({ patterns }) => patterns.exactValues) ??
      conditions.find(({ patterns }) => patterns.exactValues) ??
      tags.at(0);
    if (!condition) {
      this.#others.push(index);
      return;
    }
    const { fields = [], patterns, tag } = condition;
    for (const field of fields) {
      const byValue = getOrAdd(this.#byField, field, () => new Map());
      addToEach(byValue, patterns.exactValues ?? [], index);
    }
    if (tag !== undefined) {
      const rules = getOrAdd(this.#byTag, tag, () => ({
        withAnyValue: [],
        byValue: new Map(),
      }));
      if (patterns.exactValues) {
        addToEach(rules.byValue, patterns.exactValues, index);
      } else {
        rules.withAnyValue.push(index);
      }
    }
  }
}

function addToEach(
  byValue: Map<string, number[]>,
  values: Iterable<string>,
  index: number,
): void {
  for (const value of values) {
    getOrAdd(byValue, value, () => []).push(index);
  }
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const added = create();
  map.set(key, added);
  return added;
}
