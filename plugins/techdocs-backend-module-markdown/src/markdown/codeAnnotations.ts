import type { MarkdownIt, StateCore } from 'markdown-it';

/** A number in brackets inside a comment, as a highlighted line holds it. */
const IN_COMMENT = /<span class="c1">([^<]*)<\/span>/g;
const NUMBER = /\((\d{1,3})\)(!?)/g;
const ONLY_NUMBER =
  /^\s*(?:#|\/\/|--|;|%|&lt;!--|\/\*)?\s*\((\d{1,3})\)!\s*(?:--&gt;|\*\/)?$/;

function mark(number: string): string {
  return `<span class="md-code-note" data-note="${number}"></span>`;
}

/** Finds fences that a numbered list explains. */
function linkLists(state: StateCore) {
  const { tokens } = state;
  for (let index = 0; index < tokens.length - 1; index += 1) {
    const fence = tokens[index];
    const list = tokens[index + 1];
    if (
      fence.type === 'fence' &&
      list.type === 'ordered_list_open' &&
      /\(\d{1,3}\)/.test(fence.content)
    ) {
      fence.meta = { ...fence.meta, hasNotes: true };
      list.attrJoin('class', 'md-code-notes');
    }
  }
}

/**
 * Turns `# (1)!` in highlighted lines into a mark for the list below.
 *
 * @remarks
 * The numbers are drawn by the stylesheet, so that who copies the code does not
 * copy them.
 */
export function markNotes(lines: string[]): string[] {
  return lines.map(line =>
    line.replace(IN_COMMENT, (span, comment: string) => {
      const only = ONLY_NUMBER.exec(comment);
      if (only) {
        return mark(only[1]);
      }
      return comment.search(NUMBER) < 0
        ? span
        : `<span class="c1">${comment.replace(NUMBER, (_, number: string) =>
            mark(number),
          )}</span>`;
    }),
  );
}

/** Code annotations of mkdocs-material, shown as notes below the code. */
export function codeAnnotations(md: MarkdownIt) {
  md.core.ruler.after('block', 'code_annotations', linkLists);
}
