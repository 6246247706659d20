import { runGit } from './runGit.ts';

export type FileChange =
  | { path: string; mode: '100644' | '100755' | '120000'; content: Buffer }
  | { path: string; isDeleted: true };

export interface ImportedCommit {
  author: { name: string; email: string };
  committer: { name: string; email: string };
  date: Date;
  message: string;
  changes: FileChange[];
}

export interface ImportCommitsOptions {
  gitDir: string;
  /** Full name of the branch, for example `refs/heads/main`. */
  ref: string;
  /** The commit to build on; without it the branch starts anew. */
  parent?: string;
  commits: ImportedCommit[];
}

/**
 * Writes commits to a branch with one `git fast-import`.
 *
 * @remarks
 * Git itself refuses when the branch has moved past `parent` in the meantime.
 */
export async function importCommits(
  options: ImportCommitsOptions,
): Promise<void> {
  const { gitDir, ref, parent, commits } = options;
  const parts: Buffer[] = [];
  const line = (text: string) => parts.push(Buffer.from(`${text}\n`));
  const data = (content: Buffer) => {
    line(`data ${content.length}`);
    parts.push(content, Buffer.from('\n'));
  };

  for (const [index, commit] of commits.entries()) {
    const time = `${Math.floor(commit.date.getTime() / 1000)} +0000`;
    line(`commit ${ref}`);
    line(`author ${formatPerson(commit.author)} ${time}`);
    line(`committer ${formatPerson(commit.committer)} ${time}`);
    data(Buffer.from(commit.message));
    if (index === 0 && parent) {
      line(`from ${parent}`);
    }
    for (const change of commit.changes) {
      if ('isDeleted' in change) {
        line(`D ${quotePath(change.path)}`);
      } else {
        line(`M ${change.mode} inline ${quotePath(change.path)}`);
        data(change.content);
      }
    }
  }
  line('done');

  await runGit(['fast-import', '--quiet', '--done', '--date-format=raw'], {
    gitDir,
    input: Buffer.concat(parts),
  });
}

function formatPerson(person: { name: string; email: string }): string {
  const clean = (text: string) => text.replace(/[<>\p{Cc}]/gu, '').trim();
  return `${clean(person.name)} <${clean(person.email)}>`;
}

function quotePath(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
