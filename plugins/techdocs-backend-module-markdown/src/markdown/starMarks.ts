import type { MarkdownIt } from 'markdown-it';
import { PageContext } from './PageContext';

const STAR = 0x2a;

const SPACE = /\s/;

/**
 * Stars that open in front of any character but a space and close behind any, as
 * Python-Markdown reads them.
 *
 * @remarks
 * CommonMark wants a space beside a star whose other side is punctuation. Languages
 * that are written without spaces, or add endings to words, have none there:
 * `**「文書」**は` and `**문서(docs)**는` would be shown with their stars.
 */
export function starMarks(md: MarkdownIt) {
  md.inline.State = class extends md.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      if (
        this.src.charCodeAt(start) !== STAR ||
        !PageContext.of(this.env).options.dialect.isMkdocs
      ) {
        return scanned;
      }
      const end = start + scanned.length;
      return {
        ...scanned,
        can_open: end < this.posMax && !SPACE.test(this.src.charAt(end)),
        can_close: start > 0 && !SPACE.test(this.src.charAt(start - 1)),
      };
    }
  };
}
