import { type CompiledExpression, ExpressionError } from '@atrium/expressions';
import type { ScorecardExpressions } from './ScorecardExpressions';

/** What a placeholder may do to the text around it. */
type Escape = 'markdown' | 'none';

interface FixValues {
  facts: unknown;
  entity: unknown;
  now: Date;
}

const PLACEHOLDER = /\$\{\{(.*?)\}\}/gs;
const MARKDOWN = /[\\`*_{}[\]()#+\-.!|<>~&:@/]/g;

/** The text of a fix, with `${{ … }}` for what is of the entity. */
export class FixTemplate {
  /** Text and expression take turns, the text first. */
  readonly #parts: (string | CompiledExpression<string>)[];

  private constructor(parts: (string | CompiledExpression<string>)[]) {
    this.#parts = parts;
  }

  /**
   * @throws ExpressionError when a placeholder is no expression that comes to a
   * text
   */
  static compile(text: string, expressions: ScorecardExpressions): FixTemplate {
    const parts: (string | CompiledExpression<string>)[] = [];
    let end = 0;
    for (const match of text.matchAll(PLACEHOLDER)) {
      const [all, source = ''] = match;
      parts.push(text.slice(end, match.index));
      const expression = expressions.environment.compile(source.trim(), {
        returns: 'text',
      });
      parts.push(expression);
      end = match.index + all.length;
    }
    parts.push(text.slice(end));
    return new FixTemplate(parts);
  }

  /**
   * The text for one entity. What is not known is shown as `…`.
   *
   * @param escape - `markdown` where values are put into Markdown: they become
   * text, and a part of an address where they stand in one; `none` for files
   */
  render(values: FixValues, escape: Escape): string {
    let text = '';
    for (const part of this.#parts) {
      if (typeof part === 'string') {
        text += part;
      } else {
        const value = evaluateOrBlank(part, values);
        text += escape === 'none' ? value : escapeFor(text, value);
      }
    }
    return text;
  }
}

function evaluateOrBlank(
  expression: CompiledExpression<string>,
  values: FixValues,
): string {
  try {
    return expression.evaluate({ ...values });
  } catch (error) {
    if (error instanceof ExpressionError) {
      return '…';
    }
    throw error;
  }
}

/** Inside of an address a value is one segment of it, else it is text. */
function escapeFor(before: string, value: string): string {
  const isInAddress =
    /(?:\]\(|<)[^\s()<>]*$/.test(before) ||
    /\bhttps?:\/\/[^\s()<>]*$/.test(before);
  return isInAddress
    ? encodeURIComponent(value).replaceAll(
        /[!'()*]/g,
        one => `%${one.charCodeAt(0).toString(16)}`,
      )
    : value.replaceAll(/\s+/g, ' ').replaceAll(MARKDOWN, '\\$&');
}
