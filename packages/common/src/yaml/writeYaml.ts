import { Document, type ToStringOptions, visit } from 'yaml';

/**
 * What is escaped, as parsers of YAML 1.1 take some of it for the end of a line,
 * `kubectl` and Prometheus among them: what follows in a text would become fields of
 * the document. Others are refused where they stand as they are.
 */
// eslint-disable-next-line no-control-regex
const ESCAPED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g;

/**
 * Writes one document that parsers of YAML 1.1 and 1.2 read alike.
 *
 * @remarks A text with line separators or control characters is written in double
 * quotes, where they can be escaped.
 *
 * @param value - what could be written as JSON
 */
export function writeYaml(value: unknown, options?: ToStringOptions): string {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    // `on` and `0o10` are not there what they are in 1.2.
    compat: 'yaml-1.1',
  });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && node.value.search(ESCAPED) >= 0) {
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document.toString(options).replace(ESCAPED, toEscape);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
