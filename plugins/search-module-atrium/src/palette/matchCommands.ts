import type { Command } from '@atrium/ui';

/** What words say about commands. */
export interface CommandMatches {
  /** Commands that need nothing more, the best match first. */
  pages: Command[];
  /** Commands about an entity whose name is still to be found. */
  ofEntity: Command[];
  /** The words that name the entity; empty where none do. */
  entityTerm: string;
}

/** Say nothing about what is meant. */
const FILLERS = new Set([
  ...['a', 'an', 'for', 'my', 'new', 'of', 'the', 'to'],
  ...['das', 'der', 'die', 'ein', 'eine', 'einen', 'für', 'mein', 'meine'],
  ...['neu', 'neue', 'neuen', 'neuer', 'neues', 'von', 'zu'],
]);

/** Shorter words begin too many others. */
const MIN_LENGTH = 2;

/** Finds the commands that somebody means by what they typed. */
export function matchCommands(
  term: string,
  commands: readonly Command[],
): CommandMatches {
  const words = toWords(term);
  const none = { pages: [], ofEntity: [], entityTerm: '' };
  if (words.join('').length < MIN_LENGTH) {
    return none;
  }
  const pages = commands
    .filter(({ kinds }) => !kinds)
    .map(command => ({ command, score: scoreOf(words, command) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
  const ofEntity = commands.filter(
    ({ kinds, ...command }) =>
      kinds && words.some(word => !FILLERS.has(word) && isOf(word, command)),
  );
  const entityWords = words.filter(
    word =>
      !FILLERS.has(word) && ofEntity.every(command => !isOf(word, command)),
  );
  return {
    pages,
    ofEntity,
    entityTerm: ofEntity.length > 0 ? entityWords.join(' ') : '',
  };
}

/** 0 where a word is no part of the command; words of the title weigh most. */
function scoreOf(words: string[], command: Command): number {
  const title = toWords(command.title);
  const meaning = words.filter(word => !FILLERS.has(word));
  if (meaning.length > 0 && meaning.every(word => isOf(word, command))) {
    return meaning.filter(word => begins(word, title)).length + 1;
  }
  // Typed in a hurry: the letters are there, in their order.
  const letters = words.join('');
  return letters.length > MIN_LENGTH && hasLetters(title.join(''), letters)
    ? 0.5
    : 0;
}

function isOf(
  word: string,
  { title, keywords = [] }: Pick<Command, 'title' | 'keywords'>,
): boolean {
  return (
    word.length >= MIN_LENGTH &&
    begins(word, [...toWords(title), ...keywords.flatMap(toWords)])
  );
}

function begins(word: string, others: string[]): boolean {
  return others.some(other => !FILLERS.has(other) && other.startsWith(word));
}

/** The first letter must be the first one, or every title would have some. */
function hasLetters(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at === -1 || (from === 0 && at > 0)) {
      return false;
    }
    from = at + 1;
  }
  return true;
}

function toWords(text: string): string[] {
  return text.toLocaleLowerCase('en-US').split(/\s+/).filter(Boolean);
}
