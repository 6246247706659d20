import { z } from 'zod';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { applyFields } from './fieldManagers.ts';
import type { FieldManager } from './fieldManagers.ts';
import { formatTime } from './kubernetesTypes.ts';
import { isObject } from './mergeKeys.ts';
import type { JsonObject } from './mergeKeys.ts';

/** What was written through the API instead of in a repository. */
export interface Override {
  /** What the repository said then; absent where none has the object. */
  base?: string;
  /** Absent where the object was deleted. */
  document?: JsonObject;
  managers: FieldManager[];
}

const overridesSchema = z.record(z.string(), z.custom<Override>(isObject));

/** Who applies what the repositories say. */
export const gitOpsManager = 'argocd-controller';

/**
 * What people changed through the API. It holds until the repository says
 * something else of it, as with a GitOps operator that does not heal by itself.
 */
export class ManifestOverrides {
  readonly #file: string | undefined;
  readonly #now: () => number;
  readonly #overrides: Map<string, Override>;

  constructor(file?: string, now: () => number = Date.now) {
    this.#file = file;
    this.#now = now;
    this.#overrides = new Map(
      Object.entries((file && readJsonFile(file, overridesSchema)) || {}),
    );
  }

  get(key: string): Override | undefined {
    return this.#overrides.get(key);
  }

  /** Without an override what the repository says holds again. */
  set(key: string, override: Override | undefined) {
    if (override) {
      this.#overrides.set(key, override);
    } else {
      this.#overrides.delete(key);
    }
    this.#save();
  }

  /**
   * The override of what a repository says now. When that has changed it is
   * applied to the object as an operator does: what it says wins, and the rest
   * of what people wrote stays.
   */
  find(
    key: string,
    said: { base: string; document: JsonObject },
  ): Override | undefined {
    const override = this.#overrides.get(key);
    if (!override || override.base === said.base) {
      return override;
    }
    if (!override.document) {
      this.set(key, undefined);
      return undefined;
    }
    const { object, managers } = applyFields(
      { object: override.document, managers: override.managers },
      said.document,
      {
        writer: {
          manager: gitOpsManager,
          operation: 'Apply',
          apiVersion: String(said.document.apiVersion),
          time: formatTime(this.#now()),
        },
        force: true,
      },
    );
    const merged = { base: said.base, document: object, managers };
    this.set(key, merged);
    return merged;
  }

  documents(): JsonObject[] {
    return [...this.#overrides.values()]
      .map(({ document }) => document)
      .filter(isObject);
  }

  /** Objects that no repository has; what one has no more is pruned. */
  takeOthers(seen: ReadonlySet<string>): JsonObject[] {
    const others: JsonObject[] = [];
    for (const [key, { base, document }] of this.#overrides) {
      if (seen.has(key)) {
        continue;
      }
      if (base === undefined && document) {
        others.push(document);
      } else {
        this.set(key, undefined);
      }
    }
    return others;
  }

  #save() {
    if (this.#file) {
      writeJsonFile(this.#file, Object.fromEntries(this.#overrides));
    }
  }
}
