import type { RepositoryPush } from '@atrium/git-hosts';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  CatalogScmEvent,
  CatalogScmEventsService,
} from '@backstage/plugin-catalog-node/alpha';
import { BranchChanges } from './BranchChanges';
import type { DiscoveryTrigger } from './DiscoveryTrigger';
import type { GiteaProvider } from './readGiteaEventsConfig';

/** Long enough to take a burst of pushes together, too short to be noticed. */
const COLLECT_MS = 500;

/** What {@link GiteaEventsHandler} works with. */
interface GiteaEventsHandlerOptions {
  catalogScmEvents: CatalogScmEventsService;
  discovery: Pick<DiscoveryTrigger, 'trigger'>;
  logger: LoggerService;
  providers: GiteaProvider[];
}

interface PendingBranch {
  changes: BranchChanges;
  /** The providers that discover this branch. */
  providers: GiteaProvider[];
}

/**
 * Turns the events of Gitea into work for the catalog: entities whose files
 * changed are read anew, and discovery runs when a repository or its
 * catalog-info.yaml came or went.
 */
export class GiteaEventsHandler {
  readonly #options: GiteaEventsHandlerOptions;
  readonly #pending = new Map<string, PendingBranch>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: GiteaEventsHandlerOptions) {
    this.#options = options;
  }

  async onPush(push: RepositoryPush): Promise<void> {
    const { branch, isDefaultBranch, isDeleted, repositoryUrl } = push;
    if (isDeleted) {
      return;
    }
    const providers = this.#providersOf(repositoryUrl).filter(
      provider => provider.branch === branch,
    );
    if (!isDefaultBranch && providers.length === 0) {
      return;
    }

    const branchUrl = `${repositoryUrl}/src/branch/${branch}`;
    const pending = this.#pending.get(branchUrl) ?? {
      changes: new BranchChanges(branchUrl),
      providers,
    };
    pending.changes.add(push);
    this.#pending.set(branchUrl, pending);
    this.#timer ??= setTimeout(() => this.#flushOrWarn(), COLLECT_MS);
  }

  /** A new repository is empty; the push that fills it says more. */
  async onDeleted(repositoryUrl: string): Promise<void> {
    await this.#publish(
      [{ type: 'repository.deleted', url: repositoryUrl }],
      this.#providersOf(repositoryUrl),
    );
  }

  /** Hands over what has been collected so far. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flush();
  }

  async #flushOrWarn(): Promise<void> {
    try {
      await this.#flush();
    } catch (error) {
      this.#options.logger.warn(
        'Changes pushed to Gitea could not be handed to the catalog',
        toError(error),
      );
    }
  }

  async #flush(): Promise<void> {
    this.#timer = undefined;
    const branches = [...this.#pending.values()];
    this.#pending.clear();

    const events = branches.flatMap(({ changes }) => changes.toScmEvents());
    const toDiscover = branches.flatMap(({ changes, providers }) =>
      providers.filter(provider => changes.mayHaveMoved(provider.catalogPath)),
    );
    await this.#publish(events, toDiscover);
  }

  async #publish(
    events: CatalogScmEvent[],
    toDiscover: GiteaProvider[],
  ): Promise<void> {
    const { catalogScmEvents, discovery, logger } = this.#options;
    if (events.length > 0) {
      await catalogScmEvents.publish(events);
    }
    for (const id of new Set(toDiscover.map(provider => provider.id))) {
      // Not awaited: it may have to wait for a run that is going on.
      discovery.trigger(id).catch(error => {
        logger.warn('Gitea discovery could not be started after a push', error);
      });
    }
  }

  #providersOf(repositoryUrl: string): GiteaProvider[] {
    const { host, pathname } = new URL(repositoryUrl);
    const organization = pathname.split('/').at(-2)?.toLowerCase();
    return this.#options.providers.filter(
      provider =>
        provider.host === host && provider.organization === organization,
    );
  }
}
