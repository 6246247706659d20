import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  CatalogScmEvent,
  CatalogScmEventsService,
} from '@backstage/plugin-catalog-node/alpha';
import { BranchChanges } from './BranchChanges';
import type { DiscoveryTrigger } from './DiscoveryTrigger';
import type { GiteaRepository } from './giteaPayloads';
import { parsePush, parseRepositoryEvent } from './giteaPayloads';
import type { GiteaProvider } from './readGiteaEventsConfig';

/** Long enough to take a burst of pushes together, too short to be noticed. */
const COLLECT_MS = 500;

const BRANCH_REF = 'refs/heads/';
const NO_COMMIT = /^0+$/;

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

  /** Takes the body of a `push` event. */
  async onPush(payload: unknown): Promise<void> {
    const push = parsePush(payload);
    if (!push.ref.startsWith(BRANCH_REF) || NO_COMMIT.test(push.after)) {
      return;
    }
    const branch = push.ref.slice(BRANCH_REF.length);
    const providers = this.#providersOf(push.repository).filter(
      provider => provider.branch === branch,
    );
    if (branch !== push.repository.default_branch && providers.length === 0) {
      return;
    }

    const branchUrl = `${push.repository.html_url}/src/branch/${branch}`;
    const pending = this.#pending.get(branchUrl) ?? {
      changes: new BranchChanges(branchUrl),
      providers,
    };
    pending.changes.add(push);
    this.#pending.set(branchUrl, pending);
    this.#timer ??= setTimeout(() => this.#flushOrWarn(), COLLECT_MS);
  }

  /** Takes the body of a `repository` event. */
  async onRepository(payload: unknown): Promise<void> {
    const { action, repository } = parseRepositoryEvent(payload);
    if (action !== 'deleted') {
      // A new repository is empty; the push that fills it says more.
      return;
    }
    await this.#publish(
      [{ type: 'repository.deleted', url: repository.html_url }],
      this.#providersOf(repository),
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

  #providersOf(repository: GiteaRepository): GiteaProvider[] {
    const { host } = new URL(repository.html_url);
    const organization = repository.full_name.split('/')[0].toLowerCase();
    return this.#options.providers.filter(
      provider =>
        provider.host === host && provider.organization === organization,
    );
  }
}
