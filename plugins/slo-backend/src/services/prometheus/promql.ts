import { PARTS_PER_BILLION } from '@atrium/plugin-slo-common';

// Of all PromQL, a selector and its sum are all that is read here: 23 lines. Walking
// the tree of @prometheus-io/lezer-promql to the same answer takes as many, since its
// parser repairs what is wrong and every repair has to be looked for.
const MATCHER =
  /[a-zA-Z_]\w*\s*(?:=~|!~|!=|=)\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/
    .source;
const MATCHERS = `\\{\\s*(?:${MATCHER}(?:\\s*,\\s*${MATCHER})*(?:\\s*,)?\\s*)?\\}`;
const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const SELECTOR = `(?:${NAME}(?:\\s*${MATCHERS})?|${MATCHERS})`;
const SELECTOR_OR_SUM = new RegExp(
  `^\\s*(?:(${SELECTOR})|sum\\s*\\(\\s*(${SELECTOR})\\s*\\))\\s*$`,
);
const MAX_QUERY_LENGTH = 10_000;

/**
 * The selector of a query that is one, or the sum of one; `undefined` of any
 * other. Only a selector can be given a range, and only before it is summed up
 * can resets be told from a sum that shrank.
 */
export function selectorOf(query: string): string | undefined {
  if (query.length > MAX_QUERY_LENGTH) {
    return undefined;
  }
  const [, plain, summed] = SELECTOR_OR_SUM.exec(query) ?? [];
  return plain ?? summed;
}

/** Puts a query into brackets, whatever it ends with. */
export function inBrackets(query: string): string {
  // A comment would take the closing bracket with it.
  return query.includes('#') ? `(${query}\n)` : `(${query})`;
}

/** Writes a label matcher. */
export function matcher(label: string, value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
  return `${label}="${escaped}"`;
}

/** Narrows a selector by one more label. */
export function addMatcher(
  selector: string,
  label: string,
  value: string,
): string {
  const added = matcher(label, value);
  const open = selector.indexOf('{');
  if (open < 0) {
    return `${selector}{${added}}`;
  }
  const present = selector.slice(open + 1, selector.lastIndexOf('}')).trim();
  const separator = present === '' || present.endsWith(',') ? '' : ',';
  return `${selector.slice(0, open)}{${present}${separator}${added}}`;
}

/** Writes a text into a template of Prometheus so that it stays as it is. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('{{', '{{"{{"}}');
}

/** Writes parts per billion as the decimal they stand for. */
export function decimalOf(partsPerBillion: number): string {
  const whole = Math.floor(partsPerBillion / PARTS_PER_BILLION);
  const digits = String(partsPerBillion % PARTS_PER_BILLION)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return digits ? `${whole}.${digits}` : String(whole);
}

/** A number that PromQL reads, without more digits than it has. */
export function numberOf(value: number): string {
  return String(Number(value.toPrecision(12)));
}
