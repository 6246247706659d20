export interface CommitPerson {
  name: string;
  email: string;
  /** ISO 8601 with the offset of the person. */
  date: string;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: CommitPerson;
  committer: CommitPerson;
  message: string;
}

/** Reads a commit object as git stores it. */
export function parseCommit(sha: string, raw: string): Commit {
  const end = raw.indexOf('\n\n');
  const header = end === -1 ? raw : raw.slice(0, end);
  const message = end === -1 ? '' : raw.slice(end + 2);
  const commit: Commit = {
    sha,
    tree: '',
    parents: [],
    author: parsePerson(''),
    committer: parsePerson(''),
    message,
  };
  for (const line of header.split('\n')) {
    const space = line.indexOf(' ');
    const value = line.slice(space + 1);
    switch (line.slice(0, space)) {
      case 'tree':
        commit.tree = value;
        break;
      case 'parent':
        commit.parents.push(value);
        break;
      case 'author':
        commit.author = parsePerson(value);
        break;
      case 'committer':
        commit.committer = parsePerson(value);
        break;
      default:
        // Signatures and other headers are of no use to the portal.
        break;
    }
  }
  return commit;
}

/** The first line of a commit message. */
export function commitTitle(commit: Commit): string {
  return commit.message.split('\n', 1)[0] || '(no message)';
}

function parsePerson(value: string): CommitPerson {
  const match = /^(.*?) ?<([^>]*)> (-?\d+) ([+-]\d{4})$/.exec(value);
  if (!match) {
    return { name: '', email: '', date: new Date(0).toISOString() };
  }
  const [, name, email, seconds, zone] = match;
  return { name, email, date: formatDate(Number(seconds), zone) };
}

function formatDate(seconds: number, zone: string): string {
  const sign = zone.startsWith('-') ? -1 : 1;
  const offsetMinutes =
    sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5)));
  const local = new Date((seconds + offsetMinutes * 60) * 1000);
  if (Number.isNaN(local.getTime())) {
    return new Date(0).toISOString();
  }
  const text = local.toISOString().replace(/\.\d+Z$/, '');
  return offsetMinutes === 0
    ? `${text}Z`
    : `${text}${zone.slice(0, 3)}:${zone.slice(3)}`;
}
