import type { EnvironmentMatrix } from '@atrium/plugin-delivery-common';
import type { DeliveryService } from '@atrium/plugin-delivery-node';
import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import pLimit from 'p-limit';
import { ExpiringCache } from '../kubernetes/ExpiringCache';
import type { DeliveredVersion } from '../workloads/compareVersion';

interface DeployedVersionsOptions {
  delivery: Pick<DeliveryService, 'getEnvironments'>;
  auth: AuthService;
  logger: LoggerService;
}

/** What delivery says, by entity and environment; an item for each service. */
export interface DeliveredVersions {
  find(
    entityRef: string,
    environment: string | undefined,
  ): DeliveredVersion[] | 'unavailable' | undefined;
}

const TTL_MS = 30_000;
const CONCURRENCY = 4;

/**
 * Asks delivery which version it deployed where. Without an answer versions are
 * unknown; all else is shown.
 */
export class DeployedVersions {
  readonly #options: DeployedVersionsOptions;
  readonly #cache = new ExpiringCache(TTL_MS);
  readonly #limit = pLimit(CONCURRENCY);

  constructor(options: DeployedVersionsOptions) {
    this.#options = options;
  }

  /** What was deployed of one entity, as far as somebody may see it. */
  async ofEntity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<DeliveredVersions> {
    return indexMatrices([await this.#read(entityRef, credentials)]);
  }

  /**
   * What was deployed of everything that some groups and users own. The caller
   * shows only what its user may see.
   */
  async ofOwners(ownerRefs: Iterable<string>): Promise<DeliveredVersions> {
    const credentials = await this.#options.auth.getOwnServiceCredentials();
    return indexMatrices(
      await Promise.all(
        [...new Set(ownerRefs)].map(ownerRef =>
          this.#cache.get(ownerRef, () =>
            this.#limit(() => this.#read(ownerRef, credentials)),
          ),
        ),
      ),
    );
  }

  /** Undefined when delivery does not answer. */
  async #read(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EnvironmentMatrix | undefined> {
    const { delivery, logger } = this.#options;
    try {
      return await delivery.getEnvironments(entityRef, { credentials });
    } catch (error) {
      if (isRefusal(error)) {
        return { environments: [], items: [] };
      }
      logger.warn('Delivery does not answer, so versions are not compared', {
        entityRef,
        error: stringifyError(error),
      });
      return undefined;
    }
  }
}

/** A kind of entity that delivery does not know, or an owner that is gone. */
function isRefusal(error: unknown): boolean {
  return (
    isError(error) && (error.statusCode === 400 || error.statusCode === 404)
  );
}

function indexMatrices(
  matrices: (EnvironmentMatrix | undefined)[],
): DeliveredVersions {
  const cells = new Map<string, DeliveredVersion[]>();
  const unknown = matrices.includes(undefined) ? 'unavailable' : undefined;
  for (const matrix of matrices) {
    for (const item of matrix?.items ?? []) {
      for (const { environment, isRunning, deployment } of item.cells) {
        const key = keyOf(item.entityRef, environment);
        const services = cells.get(key) ?? [];
        services.push({ isRunning, deployment });
        cells.set(key, services);
      }
    }
  }
  return {
    find: (entityRef, environment) =>
      environment
        ? cells.get(keyOf(entityRef, environment)) ?? unknown
        : undefined,
  };
}

function keyOf(entityRef: string, environment: string): string {
  return `${entityRef} ${environment.toLocaleLowerCase('en-US')}`;
}
