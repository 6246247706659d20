import type {
  MessageDescriptor,
  MessageParts,
  MessageValue,
} from '@atrium/common';
import en from './en';

const FAILURE = 'docs.failure.';

/** What stands behind a sentence that has a cause. */
const CAUSE = /; caused by (?=\w+: )/;

const SIZE = /^([\d.]+) (GB|MB|bytes|kB)$/;

interface FailurePattern {
  key: string;
  pattern: RegExp;
  /** The placeholders in the order of the groups of `pattern`. */
  names: string[];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function toPattern(key: string, text: string): FailurePattern {
  const parts = text.split(/\{\{(\w+)\}\}/);
  const source = parts.map((part, index) =>
    index % 2 === 0 ? escapePattern(part) : '([\\s\\S]+?)',
  );
  return {
    key,
    pattern: new RegExp(`^${source.join('')}$`),
    names: parts.filter((_, index) => index % 2 === 1),
  };
}

let known: FailurePattern[] | undefined;

/** Made when a build has failed, which is rare. */
function failurePatterns(): FailurePattern[] {
  known ??= Object.entries(en)
    .filter(([key]) => key.startsWith(FAILURE))
    .map(([key, text]) => toPattern(key, text));
  return known;
}

/** A language writes sizes with its own decimal separator; the rest are names. */
function toValue(name: string, text: string): MessageValue {
  const [, size, unit] = (/size$/i.test(name) && SIZE.exec(text)) || [];
  return unit
    ? { key: `docs.size.${unit}`, values: { size: Number(size) } }
    : text;
}

function findMessage(sentence: string): MessageDescriptor | undefined {
  for (const { key, pattern, names } of failurePatterns()) {
    const match = pattern.exec(sentence);
    if (match) {
      const values = names.map((name, index): [string, MessageValue] => [
        name,
        toValue(name, match[index + 1]),
      ]);
      return values.length > 0
        ? { key, values: Object.fromEntries(values) }
        : { key };
    }
  }
  return undefined;
}

/**
 * Finds out what the sentence of a build that failed is made of.
 *
 * @remarks TechDocs passes on the text of an error and nothing beside it. The engine
 * wrote it from a message of this package, and each of them fits one form of sentence.
 *
 * @returns undefined for what the engine did not write, such as an answer of a git host
 */
export function findFailure(text: string): MessageParts | undefined {
  const cause = CAUSE.exec(text);
  const message = findMessage(text.slice(0, cause?.index));
  if (!message) {
    return undefined;
  }
  return cause
    ? [message, `(${text.slice(cause.index + cause[0].length)})`]
    : [message];
}
