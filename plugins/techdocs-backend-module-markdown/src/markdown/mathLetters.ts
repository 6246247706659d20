/** Where Unicode has the letters of a style: the code points of A, a, Α, α and 0. */
interface LetterStyle {
  upper: number;
  lower: number;
  upperGreek?: number;
  lowerGreek?: number;
  digit?: number;
  /** Letters that Unicode had before, elsewhere. */
  elsewhere?: Record<string, string>;
}

/** By the names that MathML has for them. */
const STYLES: Record<string, LetterStyle> = {
  bold: {
    ...{ upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce },
    ...{ upperGreek: 0x1d6a8, lowerGreek: 0x1d6c2 },
  },
  italic: {
    ...{ upper: 0x1d434, lower: 0x1d44e, elsewhere: { h: 'ℎ' } },
    ...{ upperGreek: 0x1d6e2, lowerGreek: 0x1d6fc },
  },
  'bold-italic': {
    ...{ upper: 0x1d468, lower: 0x1d482 },
    ...{ upperGreek: 0x1d71c, lowerGreek: 0x1d736 },
  },
  script: {
    ...{ upper: 0x1d49c, lower: 0x1d4b6 },
    elsewhere: {
      ...{ B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ' },
      ...{ e: 'ℯ', g: 'ℊ', o: 'ℴ' },
    },
  },
  'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: {
    ...{ upper: 0x1d504, lower: 0x1d51e },
    elsewhere: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  },
  'double-struck': {
    ...{ upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
    elsewhere: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
  },
  'bold-fraktur': { upper: 0x1d56c, lower: 0x1d586 },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': {
    ...{ upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec },
    ...{ upperGreek: 0x1d756, lowerGreek: 0x1d770 },
  },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
  'sans-serif-bold-italic': {
    ...{ upper: 0x1d63c, lower: 0x1d656 },
    ...{ upperGreek: 0x1d790, lowerGreek: 0x1d7aa },
  },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};

/** The ranges of plain letters, and where a style has them. */
const RANGES: [first: string, last: string, key: keyof LetterStyle][] = [
  ['A', 'Z', 'upper'],
  ['a', 'z', 'lower'],
  ['Α', 'Ω', 'upperGreek'],
  ['α', 'ω', 'lowerGreek'],
  ['0', '9', 'digit'],
];

function styledLetter(letter: string, style: LetterStyle): string | undefined {
  const known = style.elsewhere?.[letter];
  if (known) {
    return known;
  }
  for (const [first, last, key] of RANGES) {
    const start = style[key];
    if (letter >= first && letter <= last && typeof start === 'number') {
      return String.fromCodePoint(
        start + letter.charCodeAt(0) - first.charCodeAt(0),
      );
    }
  }
  return undefined;
}

const STYLED = /<(mi|mn) mathvariant="([a-z-]+)">([^<&]+)<\/\1>/g;

/**
 * Writes bold, double-struck and other letters as the characters that Unicode has for them.
 *
 * @remarks Browsers leave all values of `mathvariant` alone except `normal`, and would show
 * the set ℝ as the variable 𝑅.
 */
export function withStyledLetters(mathml: string): string {
  return mathml.replace(STYLED, (whole, tag, name: string, text: string) => {
    const style = Object.hasOwn(STYLES, name) ? STYLES[name] : undefined;
    const letters =
      style && [...text].map(letter => styledLetter(letter, style));
    return letters?.every(letter => letter !== undefined)
      ? `<${tag}>${letters.join('')}</${tag}>`
      : whole;
  });
}
