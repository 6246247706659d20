/** A function that expressions may call. */
export interface ExpressionFunction {
  name: string;
  /** As it is written: `text.startsWith(text): bool`. */
  signature: string;
  description: string;
}

/**
 * All that expressions may call. What CEL has beside it (bytes, unsigned
 * numbers, types as values, `cel.bind`) is refused: nobody needs it, and some of
 * it can be made to take long.
 */
export const expressionFunctions: readonly ExpressionFunction[] = [
  {
    name: 'has',
    signature: 'has(field): bool',
    description: 'Whether a fact or field is known: has(facts.slo.count).',
  },
  {
    name: 'size',
    signature: 'size(list | text): int',
    description: 'How many items or characters there are.',
  },
  {
    name: 'exists',
    signature: 'list.exists(x, condition): bool',
    description: 'Whether the condition holds for an item at least.',
  },
  {
    name: 'all',
    signature: 'list.all(x, condition): bool',
    description: 'Whether the condition holds for every item.',
  },
  {
    name: 'exists_one',
    signature: 'list.exists_one(x, condition): bool',
    description: 'Whether the condition holds for exactly one item.',
  },
  {
    name: 'filter',
    signature: 'list.filter(x, condition): list',
    description: 'The items for which the condition holds.',
  },
  {
    name: 'map',
    signature: 'list.map(x, value): list',
    description: 'A value made of each item.',
  },
  {
    name: 'startsWith',
    signature: 'text.startsWith(text): bool',
    description: 'Whether the text begins so.',
  },
  {
    name: 'endsWith',
    signature: 'text.endsWith(text): bool',
    description: 'Whether the text ends so.',
  },
  {
    name: 'contains',
    signature: 'text.contains(text): bool',
    description: 'Whether the text has this in it.',
  },
  {
    name: 'matches',
    signature: 'text.matches("pattern"): bool',
    description:
      'Whether the pattern is found in the text; a pattern of RE2, written out.',
  },
  {
    name: 'lowerAscii',
    signature: 'text.lowerAscii(): text',
    description: 'The text in lower case.',
  },
  {
    name: 'upperAscii',
    signature: 'text.upperAscii(): text',
    description: 'The text in upper case.',
  },
  {
    name: 'trim',
    signature: 'text.trim(): text',
    description: 'The text without space around it.',
  },
  {
    name: 'split',
    signature: 'text.split(text): list',
    description: 'The parts of the text between the separators.',
  },
  {
    name: 'join',
    signature: 'list.join(text): text',
    description: 'The texts of the list, with a separator between them.',
  },
  {
    name: 'substring',
    signature: 'text.substring(int, int): text',
    description: 'The characters from the first to before the second place.',
  },
  {
    name: 'indexOf',
    signature: 'text.indexOf(text): int',
    description: 'Where this is in the text, from 0; -1 where it is not.',
  },
  {
    name: 'duration',
    signature: 'duration("720h"): duration',
    description: 'A time in hours (h), minutes (m) or seconds (s).',
  },
  {
    name: 'timestamp',
    signature: 'timestamp("2026-12-01T00:00:00Z"): timestamp',
    description: 'An instant.',
  },
  {
    name: 'getFullYear',
    signature: 'timestamp.getFullYear(): int',
    description: 'The year, in UTC.',
  },
  {
    name: 'getHours',
    signature: 'duration.getHours(): int',
    description:
      'How many whole hours it is: (now - facts.docs.at).getHours().',
  },
  {
    name: 'int',
    signature: 'int(text | number): int',
    description: 'As a whole number.',
  },
  {
    name: 'double',
    signature: 'double(text | int): number',
    description: 'As a number with decimals.',
  },
  {
    name: 'string',
    signature: 'string(value): text',
    description: 'As a text.',
  },
];
