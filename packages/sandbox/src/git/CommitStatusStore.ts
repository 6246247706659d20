import path from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import type { Repository } from './Repository.ts';

const statusSchema = z.object({
  id: z.number(),
  commit: z.string(),
  context: z.string(),
  state: z.enum(['pending', 'success', 'error', 'failure', 'warning']),
  description: z.string(),
  targetUrl: z.string(),
  userName: z.string(),
  createdAtMs: z.number(),
});

/** What somebody said of a commit. */
export type CommitStatus = z.infer<typeof statusSchema>;

export type CommitState = CommitStatus['state'];

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
    const kept = [added, ...known].slice(0, maxStatuses);
    writeJsonFile(this.#fileOf(repository), kept);
    return added;
  }

  /** From the newest to the oldest. */
  #read(repository: Repository): CommitStatus[] {
    return readJsonFile(this.#fileOf(repository), z.array(statusSchema)) ?? [];
  }

  #fileOf({ owner, name }: Repository): string {
    return path.join(this.#directory, owner, `${name}.json`);
  }
}
