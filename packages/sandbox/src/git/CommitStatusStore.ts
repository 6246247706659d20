import fs from 'node:fs';
import path from 'node:path';
import type { Repository } from './Repository.ts';

export type CommitState =
  | 'pending'
  | 'success'
  | 'error'
  | 'failure'
  | 'warning';

/** What somebody said of a commit. */
export interface CommitStatus {
  id: number;
  commit: string;
  context: string;
  state: CommitState;
  description: string;
  targetUrl: string;
  userName: string;
  createdAtMs: number;
}

/** How many statuses of one repository are kept. */
const maxStatuses = 200;

/** The statuses of all commits; those of a repository in a file of its own. */
export class CommitStatusStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The latest status of each context, the newest first. */
  list(repository: Repository, commit: string): CommitStatus[] {
    const latest = new Map<string, CommitStatus>();
    for (const status of this.#read(repository)) {
      if (status.commit === commit && !latest.has(status.context)) {
        latest.set(status.context, status);
      }
    }
    return [...latest.values()];
  }

  add(
    repository: Repository,
    status: Omit<CommitStatus, 'id' | 'createdAtMs'>,
  ): CommitStatus {
    const known = this.#read(repository);
    const added = {
      ...status,
      id: (known[0]?.id ?? 0) + 1,
      createdAtMs: Date.now(),
    };
    const file = this.#fileOf(repository);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const partial = `${file}.partial`;
    const kept = [added, ...known].slice(0, maxStatuses);
    fs.writeFileSync(partial, JSON.stringify(kept));
    fs.renameSync(partial, file);
    return added;
  }

  /** From the newest to the oldest; a damaged file is as good as none. */
  #read(repository: Repository): CommitStatus[] {
    try {
      const statuses: unknown = JSON.parse(
        fs.readFileSync(this.#fileOf(repository), 'utf8'),
      );
      return Array.isArray(statuses) ? statuses : [];
    } catch {
      return [];
    }
  }

  #fileOf({ owner, name }: Repository): string {
    return path.join(this.#directory, owner, `${name}.json`);
  }
}
