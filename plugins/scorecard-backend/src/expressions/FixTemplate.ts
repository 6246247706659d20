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
   * text, code between backticks, and a part of an address where they stand in
   * one; `none` for files
   */
  render(values: FixValues, escape: Escape): string {
    let text = '';
    for (const [index, part] of this.#parts.entries()) {
      if (typeof part === 'string') {
        text += part;
      } else {
        const value = evaluateOrBlank(part, values);
        const after = String(this.#parts[index + 1]);
        text += escape === 'none' ? value : escapeFor(value, text, after);
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

/** Inside of an address a value is one segment of it, else it is code or text. */
function escapeFor(value: string, before: string, after: string): string {
  const isInAddress =
    /(?:\]\(|<)[^\s()<>]*$/.test(before) ||
    /\bhttps?:\/\/[^\s()<>]*$/.test(before);
  if (isInAddress) {
    return encodeURIComponent(value).replaceAll(
      /[!'()*]/g,
      one => `%${one.charCodeAt(0).toString(16)}`,
    );
  }
  const line = value.replaceAll(/\s+/g, ' ');
  return isInCode(before, after)
    ? line.replaceAll('`', "'")
    : line.replaceAll(MARKDOWN, '\\$&');
}

/**
 * Whether a value stands between two backticks of one line, where a backslash
 * would be seen. Lines with backslashes of their own are not looked into.
 */
function isInCode(before: string, after: string): boolean {
  return (
    /(?:^|\n)(?:[^`\\\n]*`[^`\\\n]+`)*[^`\\\n]*`[^`\\\n]*$/.test(before) &&
    /^[^`\n]*`(?!`)/.test(after)
  );
}
