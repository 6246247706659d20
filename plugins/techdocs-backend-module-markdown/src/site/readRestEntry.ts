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
  /** How `nav` of the site's settings gets what it filters out of all folders. */
  ofSite: 'tree' | 'flat' | undefined;
  /** In how many levels of folders it looks, the folder of its list being the first. */
  depth: number;
  /** Takes a path from the folder of the list; that of a folder ends with a slash. */
  matches(path: string): boolean;
}

/** `...` of awesome-pages with its filter: a glob or `regex=` over names alone. */
const REMAINING =
  /^\.{3}\s*(?:\|\s*(flat)\s*)?(?:\|\s*(?:(regex|glob)=)?(.*))?$/;

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
    ofSite: undefined,
    depth: 1,
    matches: () => true,
  };
}

/** The parts of `...`, with what its filter matches. */
function parseRemaining(text: string) {
  const match = REMAINING.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, flat, kind, pattern] = match;
  return {
    isFlat: flat !== undefined,
    matches:
      pattern === undefined
        ? undefined
        : toMatcher(pattern.trim(), kind === 'regex' ? toRegex : toGlob),
  };
}

/** `...` with or without a filter over names, as awesome-pages reads it in `.pages`. */
export function readRemaining(text: string): RestEntry | undefined {
  const parsed = parseRemaining(text);
  const { matches } = parsed ?? {};
  return matches
    ? {
        ...everythingElse(),
        text,
        isCatchAll: false,
        matches: path => matches(path.replace(/\/$/, '')),
      }
    : parsed && everythingElse();
}

/** The same in `nav` of the site's settings, whose filters are over paths. */
export function readRemainingOfSite(text: string): RestEntry | undefined {
  const parsed = parseRemaining(text);
  if (!parsed) {
    return undefined;
  }
  const { isFlat, matches } = parsed;
  return {
    ...everythingElse(),
    text,
    isCatchAll: !matches,
    ...(matches && { matches }),
    ...((matches || isFlat) && { ofSite: isFlat ? 'flat' : 'tree' }),
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
    ofSite: undefined,
    depth: names.includes('**') ? Infinity : names.length,
    matches: toMatcher(pattern),
  };
}
