import type { Token } from 'markdown-it';
import type { PageSection } from './RenderedPage';
import { parseFenceInfo } from './fences';
import { headingText, plainText } from './headings';

/** More text than this under one heading makes search no better. */
const MAX_SECTION_LENGTH = 50_000;

/** White space in place of which one space is to stand, without those that are one. */
const OTHER_SPACE = / \s+|[^\S ]\s*/g;

function languageOf(token: Token): string {
  return token.type === 'fence' ? parseFenceInfo(token.info).language : '';
}

/** Says of a heading or a block that search does not find it, as in Material. */
const EXCLUSION = 'data-search-exclude';

/** The place of the token that ends a block, which may be a token alone. */
function endOf(tokens: Token[], start: number): number {
  const { nesting, level } = tokens[start];
  let end = start;
  while (
    nesting === 1 &&
    end < tokens.length - 1 &&
    (tokens[end].nesting !== -1 || tokens[end].level !== level)
  ) {
    end += 1;
  }
  return end;
}

/** Splits the words of a page by its headings, as mkdocs indexes them. */
export function collectSections(tokens: Token[]): PageSection[] {
  const sections: PageSection[] = [{ id: undefined, title: '', text: '' }];
  const excluded = new Set<PageSection>();
  const parts: string[] = [];
  let length = 0;
  const closeSection = () => {
    const section = sections[sections.length - 1];
    section.text = parts.join(' ').replace(OTHER_SPACE, ' ').trim();
    parts.length = 0;
    length = 0;
  };
  const add = (text: string) => {
    if (length < MAX_SECTION_LENGTH) {
      const kept = text.slice(0, MAX_SECTION_LENGTH - length);
      parts.push(kept);
      length += kept.length;
    }
  };

  for (let index = 0; index < tokens.length; index += 1) {
    const { type, content, children } = tokens[index];
    const isExcluded = tokens[index].attrGet(EXCLUSION) !== null;
    if (type === 'heading_open') {
      closeSection();
      const id = tokens[index].attrGet('id');
      const section = {
        id: id === null ? undefined : String(id),
        title: headingText(tokens[index + 1].children),
        text: '',
      };
      sections.push(section);
      if (isExcluded) {
        excluded.add(section);
      }
      // The heading's own words are the title and not the text.
      index += 1;
    } else if (isExcluded) {
      index = endOf(tokens, index);
    } else if (type === 'inline') {
      add(plainText(children));
    } else if (['fence', 'code_block', 'math_block'].includes(type)) {
      // A diagram is searched by its page; its source is for a machine.
      if (languageOf(tokens[index]) !== 'mermaid') {
        add(content);
      }
    } else if (type === 'html_block') {
      add(content.replace(/<[^>]{0,2000}>/g, ' '));
    }
  }
  closeSection();
  return sections.filter(section => !excluded.has(section));
}
