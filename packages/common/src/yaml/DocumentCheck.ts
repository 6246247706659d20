import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { YamlProblem } from './composeYaml';

/** A problem by the place of what has it. */
export type LocatedProblem = Pick<YamlProblem, 'kind' | 'message'> & {
  offset: number | undefined;
};

interface Anchored {
  /** With aliases replaced by what they stand for; undefined while inside. */
  values: number | undefined;
}

/** What a document may hold. */
export interface DocumentCheckOptions {
  maxAliasedValues: number;
  takesLastKeys: boolean;
}

/**
 * Finds what is YAML and yet no plain data: repeated keys, keys that are no
 * texts, aliases of nothing, of themselves or of too much.
 */
export class DocumentCheck {
  readonly #options: DocumentCheckOptions;
  readonly #anchors = new Map<string, Anchored>();
  #problems: LocatedProblem[] = [];
  #written = 0;

  constructor(options: DocumentCheckOptions) {
    this.#options = options;
  }

  /** The nodes of a document have to come in the order of the document. */
  check(node: Node): LocatedProblem[] {
    this.#problems = [];
    this.#written = 0;
    const values = this.#count(node);
    if (values - this.#written > this.#options.maxAliasedValues) {
      const message = 'the aliases expand to too much';
      this.#report({ kind: 'aliases', message }, node);
    }
    return this.#problems;
  }

  /** Lets aliases within a node tell that they are. */
  enter(node: unknown): Anchored {
    const anchored: Anchored = { values: undefined };
    if ((isScalar(node) || isCollection(node)) && node.anchor) {
      this.#anchors.set(node.anchor, anchored);
    }
    return anchored;
  }

  /** How many values a node stands for once aliases are replaced. */
  #count(node: unknown): number {
    if (isAlias(node)) {
      return this.#countAlias(node);
    }
    const anchored = this.enter(node);
    this.#written += 1;
    let values = 1;
    if (isMap(node)) {
      this.#checkKeys(node);
    }
    for (const item of isCollection(node) ? node.items : []) {
      values += isPair(item)
        ? this.#count(item.key) + this.#count(item.value)
        : this.#count(item);
    }
    anchored.values = values;
    return values;
  }

  #countAlias(alias: Alias): number {
    const target = this.#anchors.get(alias.source);
    this.#written += 1;
    if (target?.values === undefined) {
      const fault = target ? 'contains itself' : 'has no anchor before it';
      this.#report(
        {
          kind: target ? 'depth' : 'syntax',
          message: `the alias *${alias.source} ${fault}`,
        },
        alias,
      );
    }
    return target?.values ?? 1;
  }

  #checkKeys(map: YAMLMap): void {
    const seen = new Set<string>();
    for (const { key } of map.items) {
      // Such as `Symbol(<<)`, which may be there more than once.
      if (isScalar(key) && typeof key.value === 'symbol') {
        continue;
      }
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name === undefined || name === '__proto__') {
        this.#report(
          { kind: 'syntax', message: 'a key must be a plain text' },
          key,
        );
      } else if (seen.has(name) && !this.#options.takesLastKeys) {
        this.#report(
          { kind: 'syntax', message: `the key ${name} is there twice` },
          key,
        );
      } else {
        seen.add(name);
      }
    }
  }

  #report(problem: Pick<YamlProblem, 'kind' | 'message'>, at: unknown): void {
    const offset = isNode(at) ? at.range?.[0] : undefined;
    this.#problems.push({ ...problem, offset });
  }
}
