const DECLARATION = /^\s*(?:message|enum|service)\s+(\w+)/;

/**
 * Finds where things are in a `.proto` file. The parser tells no positions, so
 * names are looked for after the line on which what surrounds them begins.
 */
export class SourceLines {
  readonly #lines: string[];
  readonly #declarations = new Map<string, number[]>();

  constructor(text: string) {
    this.#lines = text.split('\n');
    for (const [index, line] of this.#lines.entries()) {
      const [, name] = DECLARATION.exec(line) ?? [];
      if (name) {
        const known = this.#declarations.get(name) ?? [];
        this.#declarations.set(name, [...known, index + 1]);
      }
    }
  }

  /** The first line after `after` that declares a type, counted from 1. */
  ofDeclaration(name: string, after: number): number {
    const lines = this.#declarations.get(name) ?? [];
    return lines.find(line => line > after) ?? lines[0] ?? 1;
  }

  /** The line of a method, field or value of the type declared at `start`. */
  ofMember(name: string, start: number): number {
    const isMember = new RegExp(`\\brpc\\s+${name}\\b|\\b${name}\\s*=`);
    for (let index = start - 1; index < this.#lines.length; index += 1) {
      if (isMember.test(this.#lines[index])) {
        return index + 1;
      }
    }
    return start;
  }
}
