import type { FieldIssue } from '@atrium/common/yaml';
import type { DocumentLookup, FoundDocument } from './documentLookup';
import type { OpenSloMetadata } from './fieldSchemas';
import type { OpenSloKind } from './openSloDocument';

/** Where in an SLO a resolver is, and what it found wrong so far. */
export class ResolveScope {
  readonly #lookup: DocumentLookup;
  readonly #issues: FieldIssue[];
  readonly #path: readonly PropertyKey[];
  // Set inside another document, whose fields have no place in this one.
  readonly #within: string;

  constructor(options: {
    lookup: DocumentLookup;
    issues: FieldIssue[];
    path?: readonly PropertyKey[];
    within?: string;
  }) {
    this.#lookup = options.lookup;
    this.#issues = options.issues;
    this.#path = options.path ?? [];
    this.#within = options.within ?? '';
  }

  /** The scope of a field. */
  at(...path: PropertyKey[]): ResolveScope {
    return new ResolveScope({
      lookup: this.#lookup,
      issues: this.#issues,
      path: this.#within ? this.#path : [...this.#path, ...path],
      within: this.#within,
    });
  }

  report(message: string): void {
    const path = [...this.#path];
    this.#issues.push({
      path,
      message: this.#within ? `${this.#within}, which ${message}` : message,
    });
  }

  /** Follows a reference; one that leads nowhere is reported. */
  follow<Kind extends OpenSloKind>(
    kind: Kind,
    name: string,
  ): (FoundDocument<Kind> & { scope: ResolveScope }) | undefined {
    const found = this.#lookup.find(kind, name);
    if (!found) {
      this.report(
        `refers to ${kind} '${name}', which is neither in this file nor shared, or has problems itself`,
      );
      return undefined;
    }
    const scope = new ResolveScope({
      lookup: this.#lookup,
      issues: this.#issues,
      path: this.#path,
      within: `refers to ${kind} '${name}'`,
    });
    return { ...found, scope };
  }
}

/** What a document says about itself, as a definition has it. */
export function resolveMetadata(
  metadata: OpenSloMetadata,
  description: string | undefined,
) {
  const { name, displayName, labels, annotations } = metadata;
  return {
    name,
    displayName,
    description,
    labels: labels ?? {},
    annotations: annotations ?? {},
  };
}
