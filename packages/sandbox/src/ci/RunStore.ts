import fs from 'node:fs';
import path from 'node:path';
import type { ActionRun } from '../git/Actions.ts';
import { writeJsonFile } from '../writeJsonFile.ts';

/** How many runs of one repository are kept. */
const maxRuns = 50;

/** The runs of all repositories, by full name; each in a file of its own. */
export class RunStore {
  readonly #directory: string;
  readonly #runs = new Map<string, ActionRun[]>();

  /** Opens what an earlier process left behind. */
  constructor(directory: string) {
    this.#directory = directory;
    fs.mkdirSync(directory, { recursive: true });
    for (const owner of readFolders(directory)) {
      for (const name of readFolders(path.join(directory, owner))) {
        this.#load(`${owner}/${name}`);
      }
    }
  }

  get repositories(): string[] {
    return [...this.#runs.keys()];
  }

  /** Runs from the newest to the oldest. */
  list(fullName: string): ActionRun[] {
    return this.#runs.get(fullName.toLowerCase()) ?? [];
  }

  add(
    fullName: string,
    details: Pick<
      ActionRun,
      'commit' | 'title' | 'branch' | 'userName' | 'trigger' | 'steps'
    >,
  ): ActionRun {
    const runs = this.list(fullName);
    const run: ActionRun = {
      ...details,
      number: (runs[0]?.number ?? 0) + 1,
      status: 'queued',
      queuedAtMs: Date.now(),
    };
    this.#runs.set(fullName.toLowerCase(), [run, ...runs]);
    this.save(fullName, run);
    this.#forgetOldest(fullName);
    return run;
  }

  save(fullName: string, run: ActionRun): void {
    writeJsonFile(this.#fileOf(fullName, run.number), run);
  }

  #forgetOldest(fullName: string) {
    const runs = this.list(fullName);
    for (const run of runs.slice(maxRuns)) {
      fs.rmSync(this.#fileOf(fullName, run.number), { force: true });
    }
    runs.splice(maxRuns);
  }

  #load(fullName: string) {
    const folder = path.join(this.#directory, fullName);
    const runs: ActionRun[] = [];
    for (const file of fs.readdirSync(folder)) {
      if (file.endsWith('.json')) {
        const run = readRun(path.join(folder, file));
        runs.push(...(run ? [run] : []));
      }
    }
    runs.sort((left, right) => right.number - left.number);
    this.#runs.set(fullName, runs);
  }

  #fileOf(fullName: string, number: number) {
    return path.join(this.#directory, fullName.toLowerCase(), `${number}.json`);
  }
}

function readFolders(directory: string): string[] {
  return fs
    .readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
}

/** A file that a crash or a full disk damaged is as good as none. */
function readRun(file: string): ActionRun | undefined {
  try {
    const run: ActionRun = JSON.parse(fs.readFileSync(file, 'utf8'));
    return Number.isSafeInteger(run.number) && Array.isArray(run.steps)
      ? run
      : undefined;
  } catch {
    return undefined;
  }
}
