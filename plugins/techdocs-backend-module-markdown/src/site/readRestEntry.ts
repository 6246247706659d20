import { Minimatch } from 'minimatch';

/** An entry of a list that stands for pages and folders which no entry names. */
export interface RestEntry {
  kind: 'rest';
  /** As it is written. */
  text: string;
  /** Whether it takes what is left when all others have taken theirs. */
  isCatchAll: boolean;
  /** Whether it is a mistake when there is nothing that it could take. */
  isNamed: boolean;
  /** In how many levels of folders it looks, the folder of its list being the first. */
  depth: number;
  /** Takes a path from the folder of the list; that of a folder ends with a slash. */
  matches(path: string): boolean;
}

/** `...` of awesome-pages with its filter: a glob or `regex=` over names alone. */
const REMAINING = /^\.{3}\s*(?:\|\s*flat\s*)?(?:\|\s*(?:(regex|glob)=)?(.*))?$/;

/** What makes an entry a pattern instead of the path of a page. */
const GLOB = /[*?[]|[@+!]\(/;

/** As of wcmatch with the flags of both plugins, which know no braces. */
function toGlob(pattern: string): RestEntry['matches'] {
  const glob = new Minimatch(pattern, {
    nobrace: true,
    nocomment: true,
    nonegate: true,
  });
  return path => glob.match(path);
}

function toRegex(pattern: string): RestEntry['matches'] {
  const regex = new RegExp(pattern);
  return path => regex.test(path);
}

/** A pattern that cannot be read matches nothing. */
function toMatcher(
  pattern: string,
  read: typeof toGlob = toGlob,
): RestEntry['matches'] {
  try {
    return read(pattern);
  } catch {
    return () => false;
  }
}

/** All that no other entry of a list takes. */
export function everythingElse(): RestEntry {
  return {
    kind: 'rest',
    text: '...',
    isCatchAll: true,
    isNamed: false,
    depth: 1,
    matches: () => true,
  };
}

/** `...` with or without a filter, as awesome-pages reads it in `.pages`. */
export function readRemaining(text: string): RestEntry | undefined {
  const match = REMAINING.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, kind, pattern] = match;
  if (pattern === undefined) {
    return everythingElse();
  }
  const matches = toMatcher(
    pattern.trim(),
    kind === 'regex' ? toRegex : toGlob,
  );
  return {
    ...everythingElse(),
    text,
    isCatchAll: false,
    matches: path => matches(path.replace(/\/$/, '')),
  };
}

export function isGlob(text: string): boolean {
  return GLOB.test(text);
}

/** A glob over paths from the folder of its list, as awesome-nav reads it. */
export function readGlob(text: string): RestEntry {
  const pattern = text.replace(/^(?:\.?\/)+/, '');
  const names = pattern.split('/').filter(Boolean);
  return {
    kind: 'rest',
    text,
    isCatchAll: false,
    isNamed: pattern !== '*',
    depth: names.includes('**') ? Infinity : names.length,
    matches: toMatcher(pattern),
  };
}
