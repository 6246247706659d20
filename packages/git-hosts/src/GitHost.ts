import type { RepositoryName, RepositoryPage } from './HostRepository';
import type { RepositoryClient } from './RepositoryClient';

/** How a repository is asked. */
export interface OpenRepositoryOptions {
  /**
   * Nobody waits for the answers: they may take longer, and some of the rate
   * limit is left to others.
   */
  isBackground?: boolean;
  /** Ends every request. */
  signal?: AbortSignal;
}

/** All hosts of one kind that the portal has an integration for. */
export interface GitHost<Client extends RepositoryClient = RepositoryClient> {
  /**
   * The repository that a page is in; undefined where no integration covers it.
   *
   * @remarks Addresses are made from the configuration: an event or an answer
   * must not send our credentials elsewhere.
   */
  findRepository(pageUrl: string): RepositoryPage | undefined;

  /** Whether the portal may do more at a host than look at what is public. */
  hasCredentials(url: string): boolean;

  /** @throws InputError when no integration covers the repository. */
  open(repository: RepositoryName, options?: OpenRepositoryOptions): Client;
}
