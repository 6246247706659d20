import type { Repository } from './git/Repository.ts';
import type { RepositoryStore } from './git/RepositoryStore.ts';

/** A file `deploy/*.yaml` on the default branch of a repository. */
export interface ManifestFile {
  /** Name of the repository. */
  repository: string;
  /** Path inside the repository, for example `deploy/service.yaml`. */
  path: string;
  content: string;
  /** The commit that it was read from. */
  commit?: string;
}

/** What the sample cluster runs: read now, and again whenever it changes. */
export interface ManifestSource {
  list(): Promise<ManifestFile[]>;
  onChange(listener: () => void): void;
}

const manifestDirectory = 'deploy';

/** Reads the manifests the way a GitOps operator would: from git. */
export class RepositoryManifestSource implements ManifestSource {
  readonly #store: RepositoryStore;
  readonly #cache = new Map<
    string,
    { commit: string; files: Promise<ManifestFile[]> }
  >();

  constructor(store: RepositoryStore) {
    this.#store = store;
  }

  async list(): Promise<ManifestFile[]> {
    const repositories = this.#store.list();
    const known = new Set(repositories.map(repository => repository.name));
    for (const name of this.#cache.keys()) {
      if (!known.has(name)) {
        this.#cache.delete(name);
      }
    }
    const files = await Promise.all(
      repositories.map(repository => this.#read(repository)),
    );
    return files.flat();
  }

  onChange(listener: () => void): void {
    this.#store.onChange(({ repository, ref }) => {
      if (ref === undefined || ref === repository.defaultRef) {
        listener();
      }
    });
  }

  async #read(repository: Repository): Promise<ManifestFile[]> {
    const commit = repository.refs.get(repository.defaultRef)?.commit;
    if (!commit) {
      return [];
    }
    const cached = this.#cache.get(repository.name);
    if (cached?.commit === commit) {
      return cached.files;
    }
    const files = readManifests(repository, commit);
    this.#cache.set(repository.name, { commit, files });
    // A failed read must not be remembered.
    files.catch(() => this.#cache.delete(repository.name));
    return files;
  }
}

/** What a commit of a repository deploys. */
export async function readManifests(
  repository: Repository,
  commit: string,
): Promise<ManifestFile[]> {
  const entries = await repository.listDirectory(commit, manifestDirectory);
  const files: ManifestFile[] = [];
  for (const entry of entries ?? []) {
    if (entry.type !== 'file' || !/\.ya?ml$/.test(entry.name)) {
      continue;
    }
    const blob = await repository.readBlob(entry.oid);
    files.push({
      repository: repository.name,
      path: entry.path,
      content: blob.toString('utf8'),
      commit,
    });
  }
  return files;
}
