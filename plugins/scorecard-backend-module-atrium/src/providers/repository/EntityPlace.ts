import type { FactValue } from '@atrium/plugin-scorecard-common';

/** The part of a repository that is an entity's own. */
export interface EntityPlace {
  /** From the root of the repository; empty for the root. */
  folder: string;
  /** Its catalog file, likewise. */
  catalogPath: string;
}

/** Some facts, and the address of the file that shows each. */
export interface JudgedPart {
  values: Record<string, FactValue>;
  urls: Record<string, string | undefined>;
}
