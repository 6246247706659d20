const FORMULA =
  /<(span|div|pre) class="arithmatex">\s*(?:\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\])\s*<\/\1>/g;

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/**
 * Does to a page of mkdocs what the script of its site does in the browser: formulas
 * are drawn by KaTeX. What it cannot read stays as it is written.
 */
export function drawFormulas(
  html: string,
  render: (tex: string, isBlock: boolean) => string,
): string {
  return html.replace(FORMULA, (written, ...[, inline, block]) => {
    const tex = String(inline ?? block).replace(
      /&(?:amp|lt|gt|quot);/g,
      entity => ENTITIES[entity],
    );
    try {
      return render(tex, inline === undefined);
    } catch {
      return written;
    }
  });
}
