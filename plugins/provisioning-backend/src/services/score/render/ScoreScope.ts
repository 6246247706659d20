import {
  findPlaceholderFault,
  parseScoreText,
  readPath,
  type ScoreWorkload,
} from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';

/** What a resource of a workload gives it. */
export interface ScoreOutputs {
  /** Those that are no secrets. */
  values: JsonObject;
  /** The Secret of the cluster that has the others, and its keys. */
  secret?: { name: string; keys: readonly string[] };
}

/** A key of a Secret. */
export interface SecretReference {
  name: string;
  key: string;
}

/** A part of a text whose placeholders are resolved. */
export type ResolvedPart = string | SecretReference;

/** Resolves the placeholders of a workload. */
export class ScoreScope {
  readonly #workload: ScoreWorkload;
  readonly #outputs: ReadonlyMap<string, ScoreOutputs>;
  readonly #hindrances: ReadonlyMap<string, string>;
  readonly #secrets = new Map<string, Set<string>>();

  /**
   * The outputs by the names of the resources, as far as they are there, and why
   * others never will be, in words after a comma.
   */
  constructor(
    workload: ScoreWorkload,
    outputs: ReadonlyMap<string, ScoreOutputs>,
    hindrances: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#workload = workload;
    this.#outputs = outputs;
    this.#hindrances = hindrances;
  }

  /** The Secrets that were referenced, with their keys. */
  get secrets(): { name: string; keys: string[] }[] {
    return [...this.#secrets].map(([name, keys]) => ({
      name,
      keys: [...keys].toSorted(),
    }));
  }

  /**
   * Resolves a text; neighbouring texts are one part.
   *
   * @param fail - told once what cannot be resolved, in words that follow the name
   * of the field
   */
  resolve(text: string, fail: (message: string) => void): ResolvedPart[] {
    const resolved: ResolvedPart[] = [];
    const missing = new Set<string>();
    for (const part of parseScoreText(text)) {
      const value =
        part.kind === 'text'
          ? part.text
          : this.#resolvePath(part.path, message => missing.add(message));
      const last = resolved.at(-1);
      if (typeof value === 'string' && typeof last === 'string') {
        resolved[resolved.length - 1] = last + value;
      } else {
        resolved.push(value);
      }
    }
    for (const message of missing) {
      fail(message);
    }
    return resolved;
  }

  #resolvePath(path: string[], fail: (message: string) => void): ResolvedPart {
    // Files from beside the Score file were not checked with it.
    const fault = findPlaceholderFault(path, {
      workload: this.#workload,
      namesResource: false,
    });
    if (fault !== undefined) {
      fail(fault);
      return '';
    }
    const [root, ...names] = path;
    if (root === 'metadata') {
      return toText(readPath(this.#workload.metadata, names));
    }
    const [resource, ...output] = names;
    const outputs = this.#outputs.get(resource);
    if (!outputs) {
      const reason = this.#hindrances.get(resource) ?? 'which is not there yet';
      fail(`needs '${resource}', ${reason}`);
      return '';
    }
    const key = output.join('.');
    if (outputs.secret?.keys.includes(key)) {
      const { name } = outputs.secret;
      const keys = this.#secrets.get(name) ?? new Set();
      this.#secrets.set(name, keys.add(key));
      return { name, key };
    }
    const value = readPath(outputs.values, output);
    if (value === undefined) {
      fail(`needs '${key}' of '${resource}', which it does not have`);
    }
    return toText(value);
  }
}

/** As score-go has it: what is no text is written as JSON. */
function toText(value: unknown): string {
  if (value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
