/** A run of lines that one language colours. */
export interface CodePart {
  /** Undefined for what is Markdown itself. */
  language: string | undefined;
  /** The first of its lines, and the one behind the last, counted from 0. */
  from: number;
  to: number;
}

/** The start of a block of code, also behind the marks of quotes and items. */
const FENCE =
  /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})[ \t]*(?:\{[ \t]*\.?)?([\w+#.-]*)(?![\w+#.-])[^`]*$/;

const FRONT_MATTER_START = /^---[ \t]*$/;
const FRONT_MATTER_END = /^(?:---|\.\.\.)[ \t]*$/;

function isEndOf(fence: string, line: string): boolean {
  const mark = line.replace(/^[ \t>]+/, '').trimEnd();
  return mark.startsWith(fence) && mark === fence[0].repeat(mark.length);
}

/** Parts of Markdown in other languages: front matter, and blocks of code. */
export function nestedCode(lines: string[]): CodePart[] {
  const parts: CodePart[] = [];
  let from = 0;
  const addPart = (language: string, start: number, end: number) => {
    parts.push({ language: undefined, from, to: start });
    parts.push({ language, from: start, to: end });
    from = end;
  };
  let at = 0;
  if (FRONT_MATTER_START.test(lines[0])) {
    const end = lines.findIndex(
      (line, index) => index > 0 && FRONT_MATTER_END.test(line),
    );
    if (end > 0) {
      addPart('yaml', 1, end);
      at = end + 1;
    }
  }
  while (at < lines.length) {
    const [, fence, language] = FENCE.exec(lines[at]) ?? [];
    at += 1;
    if (fence) {
      const start = at;
      while (at < lines.length && !isEndOf(fence, lines[at])) {
        at += 1;
      }
      if (language) {
        addPart(language, start, at);
      }
      // The line that ends it starts no other.
      at += 1;
    }
  }
  parts.push({ language: undefined, from, to: lines.length });
  return parts.filter(part => part.to > part.from);
}
