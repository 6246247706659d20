import type { RepositoryAddress } from '@atrium/git-hosts';
import ignore from 'ignore';
import { RE2JS } from 're2js';

/** What a CODEOWNERS file says of one path. */
export interface CodeownersVerdict {
  /** With their line; at most 20. */
  problems: string[];
  /** Whether the rule that counts for the path names somebody. */
  namesPath: boolean;
}

interface Rule {
  matches(path: string): boolean;
  owners: string[];
}

interface JudgeOptions {
  /** From the root of the repository. */
  path: string;
  host: RepositoryAddress['type'];
}

const MAX_LINES = 10_000;
const MAX_LINE_LENGTH = 2_000;
const MAX_PROBLEMS = 20;
/** A pattern with more of them takes too long to be tried. */
const MAX_WILDCARDS = 8;
const OWNER = /^(@{1,2}[\w][\w.-]*(\/[\w./-]+)?|[^\s@]+@[^\s@]+\.[^\s@]+)$/;
const SECTION = /^\^?\[([^\]]+)\](\[\d+\])?\s*(.*)$/;

/**
 * Reads CODEOWNERS as the host does: GitHub and GitLab by patterns like those of
 * `.gitignore`, GitLab with sections, Gitea and Forgejo by regular expressions.
 */
export function judgeCodeowners(
  content: string,
  { path, host }: JudgeOptions,
): CodeownersVerdict {
  const problems: string[] = [];
  const rules: Rule[] = [];
  let sectionOwners: string[] = [];
  for (const [index, text] of content.split(/\r?\n/, MAX_LINES).entries()) {
    if (text.length > MAX_LINE_LENGTH) {
      problems.push(`Line ${index + 1}: it is too long to be read`);
      continue;
    }
    const line = text.replace(/(^|\s)#.*$/, '').trim();
    const section = host === 'gitlab' ? SECTION.exec(line) : null;
    if (section) {
      sectionOwners = splitWords(section[3]);
    } else if (line !== '') {
      const rule = readRule(line, host);
      if (typeof rule === 'string') {
        problems.push(`Line ${index + 1}: ${rule}`);
      } else {
        const owners = rule.owners.length > 0 ? rule.owners : sectionOwners;
        rules.push({ ...rule, owners });
      }
    }
  }
  const last = rules.filter(rule => rule.matches(path)).at(-1);
  return {
    problems: problems.slice(0, MAX_PROBLEMS),
    namesPath: (last?.owners.length ?? 0) > 0,
  };
}

/** A rule, or what is wrong with it. */
function readRule(line: string, host: JudgeOptions['host']): Rule | string {
  const [pattern, ...owners] = splitWords(line);
  const wrong = owners.find(owner => !OWNER.test(owner));
  if (wrong !== undefined) {
    return `'${wrong.slice(0, 100)}' is no owner`;
  }
  return host === 'gitea'
    ? readExpression(pattern, owners)
    : readPattern(pattern, { owners, host });
}

function readPattern(
  pattern: string,
  { owners, host }: { owners: string[]; host: JudgeOptions['host'] },
): Rule | string {
  if (pattern.startsWith('!') && host === 'github') {
    return 'a pattern cannot be turned around by !';
  }
  if (/[[\]]/.test(pattern) && host === 'github') {
    return 'a pattern cannot have a range of characters';
  }
  if ((pattern.match(/\*/g) ?? []).length > MAX_WILDCARDS) {
    return `a pattern with more than ${MAX_WILDCARDS} wildcards is not read`;
  }
  const readable = unescapeSpaces(pattern);
  const matcher = ignore({ ignorecase: false }).add(readable);
  if (readable.endsWith('/*')) {
    // For `.gitignore` a folder that matches stands for all below it. Here it
    // does not, so that `docs/*` is of the files of `docs` alone.
    matcher.add(`!${readable}/`);
  }
  return { owners, matches: path => matcher.ignores(path) };
}

function readExpression(pattern: string, owners: string[]): Rule | string {
  const isNegative = pattern.startsWith('!');
  try {
    // Not the host's: one that a stranger writes could hold it up.
    const expression = RE2JS.compile(`^${pattern.slice(Number(isNegative))}$`);
    return {
      owners,
      matches: path => expression.matches(path) !== isNegative,
    };
  } catch {
    return `'${pattern.slice(
      0,
      100,
    )}' is no regular expression, which this host takes`;
  }
}

/** A space that belongs to a path is escaped. */
function splitWords(line: string): string[] {
  return line.split(/(?<!\\)\s+/).filter(word => word !== '');
}

function unescapeSpaces(pattern: string): string {
  return pattern.replace(/\\ /g, ' ');
}
