/**
 * Colours for parts that have no order, each with a contrast of 3 and more with
 * the surfaces of both themes; none stands without its word.
 */
export const CATEGORY_COLORS = [
  '#3f77d1',
  '#c25a16',
  '#1c8583',
  '#c2528f',
  '#8f7a00',
  '#8a63cf',
  '#2c8a55',
  '#a5692f',
] as const;

/** For all parts that have no colour of their own, together. */
export const OTHER_COLOR = '#7c7c8a';
