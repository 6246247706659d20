/** A part of a text: written out, or something that stands for another. */
export type ScoreTextPart =
  | { kind: 'text'; text: string }
  | { kind: 'reference'; path: string[] };

// `$$` is a dollar sign, and `$${…}` no placeholder.
const PLACEHOLDER = /\$(?:(\$\{[^}]*\}|\$)|\{([^}]*)\})/g;

/**
 * Takes a text with placeholders apart: `${metadata.name}`,
 * `${resources.db.host}`. In a name, `\.` is a dot.
 */
export function parseScoreText(text: string): ScoreTextPart[] {
  const parts: ScoreTextPart[] = [];
  let written = '';
  let position = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, escaped, reference] = match;
    written += text.slice(position, match.index);
    position = match.index + whole.length;
    if (reference === undefined) {
      written += escaped;
      continue;
    }
    if (written !== '') {
      parts.push({ kind: 'text', text: written });
      written = '';
    }
    parts.push({ kind: 'reference', path: splitReference(reference) });
  }
  written += text.slice(position);
  return written === '' ? parts : [...parts, { kind: 'text', text: written }];
}

function splitReference(reference: string): string[] {
  return reference.split(/(?<!\\)\./).map(name => name.replaceAll('\\.', '.'));
}
