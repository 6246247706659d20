import { RE2JS } from 're2js';
import type { Labels } from './parseOpenMetrics';
import { unescapeLabel } from './unescapeLabel';

/** Which series of an endpoint are meant. */
export interface Selector {
  name: string;
  matches(labels: Labels): boolean;
}

type LabelMatcher = (labels: Labels) => boolean;

const SELECTOR = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?:\{([\s\S]*)\}\s*)?$/;
const MATCHER =
  /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*"((?:[^"\\\n]|\\.)*)"\s*(,|$)/y;
const MAX_MATCHERS = 20;
const MAX_PATTERN_LENGTH = 500;

/**
 * Reads `name{label="value",other!~"a|b"}`, which is a selector of PromQL.
 *
 * @remarks Patterns have to match a whole value, as in PromQL. They run on RE2,
 * whose time grows with the length of the text only, whatever the pattern.
 */
export function parseSelector(text: string): Selector | { problem: string } {
  const [, name, list = ''] = SELECTOR.exec(text) ?? [];
  if (name === undefined) {
    return {
      problem: `is '${text}', which is not a selector such as http_requests_total{code!~"5.."}`,
    };
  }
  const matchers: LabelMatcher[] = [];
  let position = 0;
  while (list.slice(position).trim() !== '') {
    MATCHER.lastIndex = position;
    const [whole, label = '', operator, quoted = ''] = MATCHER.exec(list) ?? [];
    if (whole === undefined || matchers.length === MAX_MATCHERS) {
      return {
        problem: `has '${list
          .slice(position)
          .trim()}', which is not a list of at most ${MAX_MATCHERS} matchers such as code="200"`,
      };
    }
    position += whole.length;
    const value = unescapeLabel(quoted);
    const matcher = operator?.endsWith('~')
      ? toPattern(label, value)
      : (labels: Labels) => (labels[label] ?? '') === value;
    if (typeof matcher !== 'function') {
      return matcher;
    }
    matchers.push(
      operator?.startsWith('!') ? labels => !matcher(labels) : matcher,
    );
  }
  return {
    name,
    matches: labels => matchers.every(matches => matches(labels)),
  };
}

function toPattern(
  label: string,
  source: string,
): LabelMatcher | { problem: string } {
  if (source.length > MAX_PATTERN_LENGTH) {
    return {
      problem: `has a pattern for '${label}' of more than ${MAX_PATTERN_LENGTH} characters`,
    };
  }
  try {
    const pattern = RE2JS.compile(source, RE2JS.DOTALL);
    return labels => pattern.matches(labels[label] ?? '');
  } catch {
    return {
      problem: `has '${source}', which is not a regular expression that RE2 knows`,
    };
  }
}
