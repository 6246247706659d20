/** Breaks lines somewhere: in Markdown, YAML 1.1, JavaScript or Unicode. */
const LINE_BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Makes a value a piece of running text in Markdown: on one line, and read as
 * it was typed instead of as markup or HTML.
 */
export function escapeMarkdownText(value: string): string {
  return (
    value
      .replace(LINE_BREAKS, ' ')
      .trim()
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/[\\`*_[\]|~]/g, '\\$&')
      // What makes a heading, a list, a quotation or a table of a whole line.
      .replace(/^(?:[#>+=:-]|\d+(?=[.)]))/, match =>
        /\d/.test(match) ? `${match}\\` : `\\${match}`,
      )
  );
}

/** Makes a value the content of a code span in Markdown. */
export function escapeMarkdownCode(value: string): string {
  return value.replace(LINE_BREAKS, ' ').replace(/`/g, "'").trim();
}
