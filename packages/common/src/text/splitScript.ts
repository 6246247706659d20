/** Letters of languages that put no spaces between words. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々]';

const RUNS = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED}).)+`, 'gsu');

const HAS_UNSPACED = new RegExp(UNSPACED, 'u');

/** Whether a text has letters of a language that puts no spaces between words. */
export function isUnspaced(text: string): boolean {
  return HAS_UNSPACED.test(text);
}

function pairsOf(letters: string[]): string[] {
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, index) => letters[index] + letter);
}

/**
 * Takes words apart where one script ends and another begins, and those of languages
 * without spaces into pairs of letters: `部署服务` is found by `部署`, by `服务` and
 * as a whole, and by nothing that has only one of its letters.
 */
export function splitScript(word: string): string[] {
  return isUnspaced(word)
    ? (word.match(RUNS) ?? []).flatMap(run =>
        isUnspaced(run) ? pairsOf([...run]) : [run],
      )
    : [word];
}
