import type { Service, Type } from 'protobufjs';

/** Finds out which type of a file is meant, however it is written. */
export class TypeNames {
  readonly #declared: ReadonlySet<string>;
  readonly #packageName: string;

  /** @param fullNames - with a dot in front */
  constructor(fullNames: readonly string[], packageName: string) {
    this.#declared = new Set(fullNames);
    this.#packageName = packageName;
  }

  /**
   * The type that is meant where a message or service names it, relative to the
   * package: that of the innermost scope. Types of other files stay as they are
   * written.
   */
  resolve(written: string, { fullName }: Service | Type): string {
    if (!written.startsWith('.')) {
      const scopes = fullName.split('.');
      for (let depth = scopes.length; depth > 0; depth--) {
        const candidate = [...scopes.slice(0, depth), written].join('.');
        if (this.#declared.has(candidate)) {
          return this.shorten(candidate);
        }
      }
    }
    return this.shorten(written);
  }

  shorten(name: string): string {
    const full = name.startsWith('.') ? name.slice(1) : name;
    const prefix = `${this.#packageName}.`;
    return this.#packageName !== '' && full.startsWith(prefix)
      ? full.slice(prefix.length)
      : full;
  }
}
