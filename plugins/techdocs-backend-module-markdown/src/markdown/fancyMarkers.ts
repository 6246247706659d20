/** Which marks besides numbers `pymdownx.fancylists` takes for those of items. */
export interface FancyLists {
  hasRoman: boolean;
  hasLetters: boolean;
  /** `#.` goes on as the list does. */
  hasGeneric: boolean;
}

/** `1)`, `iv.` and `#.` as its author wrote them. */
export interface FancyMark {
  value: string;
  separator: string;
}

/** How a list counts; those with another separator are other lists. */
export type FancyCount = 'decimal' | 'roman' | 'ROMAN' | 'alpha' | 'ALPHA';

/** What `type` of an `<ol>` calls each of them. */
export const listTypes: Record<FancyCount, string> = {
  decimal: '1',
  roman: 'i',
  ROMAN: 'I',
  alpha: 'a',
  ALPHA: 'A',
};

/** Numerals that add up in order, which allows more of a kind than three. */
const ROMAN = [
  'M*(?:C[MD]|D(?:C{0,4}|C{5}\\b)|(?:C{0,9}|C{10}\\b))',
  '(?:X[CL]|L(?:X{0,4}|X{5}\\b)|(?:X{0,9}|X{10}\\b))',
  '(?:I[XV]|V(?:I{0,4}|I{5}\\b)|(?:I{0,9}|I{10}\\b))',
].join('');

const ROMAN_VALUES: Record<string, number> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
};

const patterns = new Map<string, RegExp>();

/** Matches a bullet, or a value and its separator, with the space behind it. */
export function fancyMarker(lists: FancyLists): RegExp {
  const { hasRoman, hasLetters, hasGeneric } = lists;
  const key = [hasRoman, hasLetters, hasGeneric].join();
  const known = patterns.get(key);
  if (known) {
    return known;
  }
  // An initial with a single space behind it starts a name.
  const values = [
    '\\d+',
    ...(hasGeneric ? ['#'] : []),
    ...(hasRoman
      ? [`(?=[IVXLCDM]{2})${ROMAN}`, `(?=[ivxlcdm])${ROMAN.toLowerCase()}`]
      : []),
    ...(hasRoman && !hasLetters ? ['[IVXLCDM](?=\\)|\\. {2})'] : []),
    ...(hasLetters ? ['[a-z]', '[A-Z](?=\\)|\\. {2})'] : []),
  ];
  const pattern = new RegExp(
    `(?:([*+-])|(${values.join('|')})([.)]))[ \\t]+`,
    'y',
  );
  patterns.set(key, pattern);
  return pattern;
}

function countOfLetter(
  value: string,
  { hasRoman, hasLetters }: FancyLists,
  { isFirst, before }: { isFirst: boolean; before: FancyCount | undefined },
): FancyCount {
  const isUpper = value === value.toUpperCase();
  const roman = isUpper ? 'ROMAN' : 'roman';
  const alpha = isUpper ? 'ALPHA' : 'alpha';
  const isNumeral = value.toUpperCase() in ROMAN_VALUES;
  if (!hasLetters) {
    return roman;
  }
  if (!hasRoman || !isNumeral) {
    return alpha;
  }
  // Most letters start a list of letters; in a list they count as it does.
  if (isFirst) {
    return before === roman || value.toLowerCase() === 'i' ? roman : alpha;
  }
  return before === alpha ? alpha : roman;
}

/**
 * How an item counts.
 *
 * @param options - whether it follows an empty line, and how the list above counts
 *   where that has the same separator
 */
export function fancyCount(
  value: string,
  lists: FancyLists,
  options: { isFirst: boolean; before: FancyCount | undefined },
): FancyCount {
  if (value === '#') {
    return options.before ?? 'decimal';
  }
  if (/^\d/.test(value)) {
    return 'decimal';
  }
  if (value.length === 1) {
    return countOfLetter(value, lists, options);
  }
  return value === value.toUpperCase() ? 'ROMAN' : 'roman';
}

/** Whether an item with this value may stand in a list that counts so. */
export function mayCountAs(value: string, count: FancyCount): boolean {
  switch (count) {
    case 'decimal':
      return /^(?:\d+|#)$/.test(value);
    case 'alpha':
    case 'ALPHA':
      return /^(?:[a-z]|#)$/i.test(value);
    case 'roman':
    case 'ROMAN':
      return /^(?:[ivxlcdm]+|#)$/i.test(value);
    default:
      throw new Error(`Unknown count '${count satisfies never}'`);
  }
}

function romanNumber(value: string): number {
  const numbers = [...value.toUpperCase()].map(one => ROMAN_VALUES[one]);
  return numbers.reduce(
    (sum, number, index) =>
      number < (numbers[index + 1] ?? 0) ? sum - number : sum + number,
    0,
  );
}

/** The number that a list starts with. */
export function fancyStart(value: string, count: FancyCount): number {
  if (value === '#') {
    return 1;
  }
  switch (count) {
    case 'decimal':
      return Number(value);
    case 'alpha':
    case 'ALPHA':
      return value.toUpperCase().charCodeAt(0) - 64;
    case 'roman':
    case 'ROMAN':
      return romanNumber(value);
    default:
      throw new Error(`Unknown count '${count satisfies never}'`);
  }
}
