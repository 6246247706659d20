import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { escapeHtml } from './escapeHtml';
import { PageContext } from './PageContext';

/** The slug that Python-Markdown gives the same heading. */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** The words of a run of inline tokens without any markup. */
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

function addAnchors(state: StateCore) {
  const context = PageContext.of(state.env);
  const ids = new IdRegister();
  const found = state.tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [{ open: token, inline: state.tokens[index + 1] }]
      : [],
  );
  for (const { open } of found) {
    const id = open.attrGet('id');
    if (id !== null) {
      ids.reserve(String(id));
    }
  }
  for (const { open, inline } of found) {
    const text = plainText(inline.children).trim();
    const ownId = open.attrGet('id');
    const id = ownId === null ? ids.next(slugify(text)) : String(ownId);
    open.attrSet('id', id);
    context.headings.push({ level: Number(open.tag.slice(1)), id, text });

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
