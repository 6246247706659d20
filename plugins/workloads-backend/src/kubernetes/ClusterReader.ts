import type { MetricsServiceCounter } from '@backstage/backend-plugin-api/alpha';
import pLimit, { type Limit } from 'p-limit';
import { z } from 'zod';
import { ClusterError, isWithoutAnswer } from './ClusterError';
import { ExpiringCache } from './ExpiringCache';
import type {
  ClusterInfo,
  ClusterRequest,
  KubernetesProxyClient,
} from './KubernetesProxyClient';
import { pathOf, type ResourceType } from './resourceTypes';

interface ClusterReaderOptions {
  client: Pick<KubernetesProxyClient, 'listClusters' | 'send'>;
  cacheMs: number;
  concurrency: number;
  /** Counts requests to clusters, by what became of them. */
  counter?: MetricsServiceCounter;
}

/** Which objects of a kind. */
export interface ListOptions {
  /** Without it, those of all namespaces. */
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
}

/** Objects as they were at a moment. */
export interface Listed<T> {
  items: T[];
  readAt: string;
}

/** One object, or where to find it. */
export interface ObjectPlace {
  namespace: string;
  name: string;
}

/** Objects that the API server sends at a time. */
const PAGE_SIZE = 500;
/** What a cluster is changes when somebody upgrades it. */
const DESCRIPTION_TTL_MS = 600_000;

const pageSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }).default({}),
  items: z.array(z.unknown()).nullish(),
});

const groupsSchema = z.object({
  groups: z.array(z.object({ name: z.string() })),
});

const versionSchema = z.object({ major: z.string(), minor: z.string() });

/**
 * Reads lists from clusters: page by page, a bounded number at a time, and once
 * for all who ask within some seconds.
 */
export class ClusterReader {
  readonly #options: ClusterReaderOptions;
  readonly #cache: ExpiringCache;
  readonly #descriptions = new ExpiringCache(DESCRIPTION_TTL_MS);
  readonly #limits = new Map<string, Limit>();
  /** Until when a cluster that did not answer is not asked again. */
  readonly #down = new Map<string, { until: number; error: ClusterError }>();
  /** How often each cluster has answered. */
  readonly #answers = new Map<string, number>();

  constructor(options: ClusterReaderOptions) {
    this.#options = options;
    this.#cache = new ExpiringCache(options.cacheMs);
  }

  /** All clusters that are configured. */
  async listClusters(): Promise<ClusterInfo[]> {
    return this.#cache.get('clusters', () =>
      this.#options.client.listClusters(),
    );
  }

  /**
   * Objects of a kind, at most some seconds old.
   *
   * @throws ClusterError
   */
  async list<Schema extends z.ZodType>(
    cluster: string,
    type: ResourceType<Schema>,
    options: ListOptions = {},
  ): Promise<Listed<z.output<Schema>>> {
    const key = JSON.stringify([cluster, type.label, options]);
    return this.#cache.get(key, () => this.#listAll(cluster, type, options));
  }

  /**
   * One object as it is now.
   *
   * @throws ClusterError with status 404 when there is none.
   */
  async get<Schema extends z.ZodType>(
    cluster: string,
    type: ResourceType<Schema>,
    place: ObjectPlace,
  ): Promise<z.output<Schema>> {
    const body = await this.#send(cluster, { path: pathOf(type, place) });
    const parsed = type.schema.safeParse(body);
    if (!parsed.success) {
      throw unreadable(cluster, type);
    }
    return parsed.data;
  }

  /** Changes something, and forgets what was read of the cluster. */
  async change(cluster: string, request: ClusterRequest): Promise<void> {
    await this.#send(cluster, request);
    this.#cache.forget(`["${cluster}",`);
  }

  /** The minor release of a cluster, for example 31 for 1.31. */
  async getMinorVersion(cluster: string): Promise<number | undefined> {
    const version = await this.#describe(cluster, '/version', versionSchema);
    // Some providers write the minor release as `31+`.
    return version && Number.parseInt(version.minor, 10);
  }

  /**
   * Whether a cluster serves a kind of objects at all.
   *
   * @remarks A token with few rights is told that it may not read, also where
   * there is nothing to read.
   */
  async isServed(cluster: string, type: ResourceType): Promise<boolean> {
    const answer = await this.#describe(cluster, '/apis', groupsSchema);
    return (
      answer === undefined ||
      type.apis.some(api =>
        answer.groups.some(({ name }) => api.startsWith(`/apis/${name}/`)),
      )
    );
  }

  /** Undefined where the cluster does not say; reading the rest tells why. */
  async #describe<Schema extends z.ZodType>(
    cluster: string,
    path: string,
    schema: Schema,
  ): Promise<z.output<Schema> | undefined> {
    const key = JSON.stringify([cluster, path]);
    try {
      return await this.#descriptions.get(key, async () =>
        schema.parse(await this.#send(cluster, { path })),
      );
    } catch {
      this.#descriptions.forget(key);
      return undefined;
    }
  }

  async #listAll<Schema extends z.ZodType>(
    cluster: string,
    type: ResourceType<Schema>,
    options: ListOptions,
  ): Promise<Listed<z.output<Schema>>> {
    let missing: unknown;
    for (const api of type.apis) {
      try {
        return await this.#listPages(cluster, type, { ...options, api });
      } catch (error) {
        if (!(error instanceof ClusterError) || error.kind !== 'missing-api') {
          throw error;
        }
        missing = error;
      }
    }
    throw missing;
  }

  async #listPages<Schema extends z.ZodType>(
    cluster: string,
    type: ResourceType<Schema>,
    options: ListOptions & { api: string },
  ): Promise<Listed<z.output<Schema>>> {
    const { api, namespace, ...selectors } = options;
    const path = pathOf(type, { api, namespace });
    const items: z.output<Schema>[] = [];
    let next: string | undefined;
    let unreadableCount = 0;
    do {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
      for (const [name, value] of Object.entries(selectors)) {
        if (value) {
          query.set(name, value);
        }
      }
      if (next) {
        query.set('continue', next);
      }
      const body = pageSchema.safeParse(
        await this.#send(cluster, { path: `${path}?${query}` }),
      );
      if (!body.success) {
        throw unreadable(cluster, type);
      }
      for (const item of body.data.items ?? []) {
        const parsed = type.schema.safeParse(item);
        if (parsed.success) {
          items.push(parsed.data);
        } else {
          unreadableCount += 1;
        }
      }
      next = body.data.metadata.continue || undefined;
    } while (next);
    if (unreadableCount > 0 && items.length === 0) {
      throw unreadable(cluster, type);
    }
    return { items, readAt: new Date().toISOString() };
  }

  async #send(cluster: string, request: ClusterRequest): Promise<unknown> {
    return this.#limitOf(cluster)(async () => {
      const down = this.#down.get(cluster);
      if (down && down.until > Date.now()) {
        throw down.error;
      }
      const answersBefore = this.#answers.get(cluster);
      try {
        const answer = await this.#options.client.send(cluster, request);
        this.#options.counter?.add(1, { cluster, outcome: 'success' });
        this.#noteAnswer(cluster);
        return answer;
      } catch (error) {
        const hasAnswered = this.#answers.get(cluster) !== answersBefore;
        this.#noteFailure(cluster, { error, hasAnswered });
        throw error;
      }
    });
  }

  #noteAnswer(cluster: string): void {
    this.#answers.set(cluster, (this.#answers.get(cluster) ?? 0) + 1);
    this.#down.delete(cluster);
  }

  /**
   * One that does not answer would keep each of the reads waiting in turn. One that
   * has answered others meanwhile may lack a part only, such as its metrics.
   */
  #noteFailure(
    cluster: string,
    { error, hasAnswered }: { error: unknown; hasAnswered: boolean },
  ): void {
    const isClusterError = error instanceof ClusterError;
    const outcome = isClusterError ? error.kind : 'failed';
    this.#options.counter?.add(1, { cluster, outcome });
    if (isClusterError && isWithoutAnswer(error.kind) && !hasAnswered) {
      const until = Date.now() + this.#options.cacheMs;
      this.#down.set(cluster, { until, error });
    }
  }

  #limitOf(cluster: string): Limit {
    const present = this.#limits.get(cluster);
    if (present) {
      return present;
    }
    const limit = pLimit(this.#options.concurrency);
    this.#limits.set(cluster, limit);
    return limit;
  }
}

function unreadable(cluster: string, type: ResourceType): ClusterError {
  return new ClusterError(cluster, {
    kind: 'failed',
    detail: `its list of ${type.label} is not understood`,
  });
}
