/** What each switch of the extension stands for, but for the raised ends of numbers. */
const SYMBOLS = {
  copyright: { '(c)': '©' },
  registered: { '(r)': '®' },
  trademark: { '(tm)': '™' },
  plusminus: { '+/-': '±' },
  arrows: { '-->': '→', '<--': '←', '<-->': '↔' },
  notequal: { '=/=': '≠' },
  care_of: { 'c/o': '℅' },
  fractions: {
    '1/2': '½',
    '1/3': '⅓',
    '2/3': '⅔',
    '1/4': '¼',
    '3/4': '¾',
    '1/5': '⅕',
    '2/5': '⅖',
    '3/5': '⅗',
    '4/5': '⅘',
    '1/6': '⅙',
    '5/6': '⅚',
    '1/8': '⅛',
    '3/8': '⅜',
    '5/8': '⅝',
    '7/8': '⅞',
  },
  ordinal_numbers: {},
} as const;

/** A switch of `pymdownx.smartsymbols`. */
export type SmartSymbol = keyof typeof SYMBOLS;

/** All switches of the extension. */
export const smartSymbolNames = Object.keys(SYMBOLS).filter(
  (name): name is SmartSymbol => Object.hasOwn(SYMBOLS, name),
);

/** What replaces each, with the switch that it belongs to. */
export const symbolByText = new Map(
  smartSymbolNames.flatMap(name =>
    Object.entries<string>(SYMBOLS[name]).map(
      ([written, symbol]) => [written, { name, symbol }] as const,
    ),
  ),
);
