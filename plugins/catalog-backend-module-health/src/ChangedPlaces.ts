import { findRepositoryAddress } from '@atrium/git-hosts';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';

/** Where something was pushed: files, and the branches that they are on. */
export class ChangedPlaces {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #files = new Set<string>();
  readonly #folders: string[] = [];
  readonly #branches = new Set<string>();

  constructor(
    events: CatalogScmEvent[],
    options: { integrations: ScmIntegrationRegistry },
  ) {
    this.#integrations = options.integrations;
    for (const event of events) {
      this.#add(event);
    }
  }

  /** The addresses of the files themselves. */
  get files(): string[] {
    return [...this.#files];
  }

  /** Whether a file lies on a branch that was pushed to. */
  include(url: string): boolean {
    const branch = this.#branchOf(url);
    return (
      this.#files.has(url) ||
      (branch !== undefined && this.#branches.has(branch)) ||
      this.#folders.some(folder => url.startsWith(folder))
    );
  }

  #add(event: CatalogScmEvent): void {
    switch (event.type) {
      case 'location.created':
      case 'location.updated':
      case 'location.deleted':
        return this.#addFile(event.url);
      case 'location.moved':
        this.#addFile(event.fromUrl);
        return this.#addFile(event.toUrl);
      case 'repository.moved':
        return this.#addFolder(event.toUrl);
      default:
        return this.#addFolder(event.url);
    }
  }

  #addFile(url: string): void {
    this.#files.add(url);
    const branch = this.#branchOf(url);
    if (branch) {
      this.#branches.add(branch);
    }
  }

  #addFolder(url: string): void {
    this.#folders.push(`${url.replace(/\/+$/, '')}/`);
  }

  /** On another kind of host the address of the file itself has to do. */
  #branchOf(url: string): string | undefined {
    const address = findRepositoryAddress(url, this.#integrations);
    return address && `${address.repository} ${address.branch}`;
  }
}
