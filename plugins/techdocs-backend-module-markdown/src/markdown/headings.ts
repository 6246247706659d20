import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { escapeHtml } from './escapeHtml';
import type { ExcerptOptions } from './PageContext';
import { PageContext } from './PageContext';
import { slugify } from './slugs';

/** The words of a run of inline tokens without any markup, and of what images show. */
export function plainText(children: Token[] | null): string {
  let text = '';
  for (const child of children ?? []) {
    switch (child.type) {
      case 'softbreak':
      case 'hardbreak':
        text += ' ';
        break;
      case 'image':
        text += plainText(child.children);
        break;
      case 'text':
      case 'text_special':
      case 'code_inline':
      case 'emoji':
      case 'math_inline':
      case 'keys':
        text += child.content;
        break;
      default:
        break;
    }
  }
  return text;
}

/** What a heading says; its images, such as badges, count when there is nothing else. */
export function headingText(children: Token[] | null): string {
  const words = (children ?? []).filter(({ type }) => type !== 'image');
  return plainText(words).trim() || plainText(children).trim();
}

/**
 * Hands out ids as Python-Markdown does: a repeated heading gets `_1`, `_2` and so
 * on, and so does one without any letters.
 */
class IdRegister {
  readonly #taken = new Set<string>();
  /** The last number that was given behind a name. */
  readonly #numbers = new Map<string, number>();

  reserve(id: string) {
    this.#taken.add(id);
  }

  next(wanted: string): string {
    let id = wanted;
    if (id === '' || this.#taken.has(id)) {
      const [, name = wanted, last = '0'] = /^(.*)_(\d+)$/.exec(wanted) ?? [];
      let number = Math.max(Number(last), this.#numbers.get(name) ?? 0);
      do {
        number += 1;
        id = `${name}_${number}`;
      } while (this.#taken.has(id));
      this.#numbers.set(name, number);
    }
    this.#taken.add(id);
    return id;
  }
}

interface HeadingTokens {
  open: Token;
  inline: Token;
  close: Token;
}

const LOWEST_LEVEL = 6;

function setLevel({ open, close }: HeadingTokens, level: number) {
  open.tag = `h${Math.min(level, LOWEST_LEVEL)}`;
  close.tag = open.tag;
}

/** In a list of posts a heading is one level lower, and leads to its post. */
function linkToPost(
  state: StateCore,
  heading: HeadingTokens,
  { href }: ExcerptOptions,
) {
  const { open, inline } = heading;
  const isTitle = PageContext.of(state.env).headings.length === 1;
  const link = new state.Token('link_open', 'a', 1);
  link.attrSet('class', 'toclink');
  link.attrSet('href', isTitle ? href : `#${open.attrGet('id')}`);
  const close = new state.Token('link_close', 'a', -1);
  inline.children = [link, ...(inline.children ?? []), close];
  setLevel(heading, Number(open.tag.slice(1)) + 1);
}

function addAnchors(state: StateCore) {
  const context = PageContext.of(state.env);
  const { excerpt, dialect } = context.options;
  const { slugStyle, slugSeparator, baseLevel } = dialect;
  const ids = new IdRegister();
  const found = state.tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [
          {
            open: token,
            inline: state.tokens[index + 1],
            close: state.tokens[index + 2],
          },
        ]
      : [],
  );
  for (const { open } of found) {
    const id = open.attrGet('id');
    if (id !== null) {
      ids.reserve(String(id));
    }
  }
  for (const heading of found) {
    const { open, inline } = heading;
    if (baseLevel > 1) {
      setLevel(heading, Number(open.tag.slice(1)) + baseLevel - 1);
    }
    const text = headingText(inline.children);
    const ownId = open.attrGet('id');
    const id =
      ownId === null
        ? ids.next(slugify(text, slugStyle, slugSeparator))
        : String(ownId);
    open.attrSet('id', id);
    context.headings.push({ level: Number(open.tag.slice(1)), id, text });
    if (excerpt) {
      linkToPost(state, heading, excerpt);
      continue;
    }

    const link = new state.Token('engine_markup', '', 0);
    link.content = `<a class="headerlink" href="#${escapeHtml(
      encodeURIComponent(id),
    )}" title="Permanent link">&para;</a>`;
    inline.children?.push(link);
  }
}

/** Gives headings ids and anchors, and collects them for the contents. */
export function headings(md: MarkdownIt) {
  md.core.ruler.push('headings', addAnchors);
}
