import { z } from 'zod';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { compareVersions, nextPatch } from './versions.ts';

/** In the order in which a version goes through them. */
export const environments = ['dev', 'staging', 'production'] as const;

export type Environment = (typeof environments)[number];

const recordSchema = z.object({
  /** What the manifest in git said when production was last deployed. */
  manifestVersion: z.string(),
  newest: z.object({ version: z.string(), commit: z.string().optional() }),
  versions: z.partialRecord(z.enum(environments), z.string()),
});

/** What runs of one repository. */
export type DeploymentRecord = z.infer<typeof recordSchema>;

/** Which versions exist, and which of them runs in which environment. */
export class DeploymentStore {
  readonly #file: string;
  readonly #records: Map<string, DeploymentRecord>;
  readonly #listeners: (() => void)[] = [];

  constructor(file: string) {
    this.#file = file;
    this.#records = new Map(
      Object.entries(
        readJsonFile(file, z.record(z.string(), recordSchema)) ?? {},
      ),
    );
  }

  get(repository: string): DeploymentRecord | undefined {
    return this.#records.get(repository);
  }

  /** Takes over a past that we did not see. */
  adopt(repository: string, record: DeploymentRecord): void {
    this.#records.set(repository, record);
    this.#save();
  }

  /** Calls the listener when production runs something else. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** The version that a commit is packaged as. */
  packageVersion(
    repository: string,
    build: { manifestVersion: string; commit: string },
  ): string {
    const { manifestVersion, commit } = build;
    const record = this.#records.get(repository);
    const version = chooseVersion(record, build);
    const isNewest =
      !record || compareVersions(version, record.newest.version) > 0;
    this.#records.set(repository, {
      manifestVersion: record?.manifestVersion ?? manifestVersion,
      newest: isNewest ? { version, commit } : record.newest,
      versions: record?.versions ?? {},
    });
    this.#save();
    return version;
  }

  /** Returns the version that ran before. */
  deploy(
    repository: string,
    release: {
      environment: Environment;
      version: string;
      manifestVersion: string;
    },
  ): string | undefined {
    const { environment, version, manifestVersion } = release;
    const record = this.#records.get(repository);
    if (!record) {
      throw new Error(`Nothing of '${repository}' has been packaged`);
    }
    const previous = record.versions[environment];
    record.versions[environment] = version;
    if (environment === 'production') {
      record.manifestVersion = manifestVersion;
    }
    this.#save();
    for (const listener of this.#listeners) {
      listener();
    }
    return previous;
  }

  /** Forgets a repository that was deleted. */
  remove(repository: string): void {
    if (this.#records.delete(repository)) {
      this.#save();
    }
  }

  #save() {
    writeJsonFile(this.#file, Object.fromEntries(this.#records));
  }
}

function chooseVersion(
  record: DeploymentRecord | undefined,
  build: { manifestVersion: string; commit: string },
): string {
  const { manifestVersion, commit } = build;
  // Whoever writes another version into the manifest wants that one.
  if (!record || record.manifestVersion !== manifestVersion) {
    return manifestVersion;
  }
  const { newest } = record;
  return newest.commit === commit ? newest.version : nextPatch(newest.version);
}
