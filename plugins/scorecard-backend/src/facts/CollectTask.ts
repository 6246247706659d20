import { readEntitiesByRef } from '@atrium/backend-common';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import pLimit from 'p-limit';
import type { DueEntity, FactStore } from '../database/FactStore';
import type { ProviderStore } from '../database/ProviderStore';
import type { ScorecardMetrics } from '../ScorecardMetrics';
import type { FactRegistry } from './FactRegistry';
import { readFactValues } from './readFactValues';

interface CollectTaskOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  facts: FactStore;
  logger: LoggerService;
  metrics: ScorecardMetrics;
  providers: ProviderStore;
  registry: FactRegistry;
}

const PROVIDERS_AT_ONCE = 4;
const BATCH = 100;
const BATCH_TIMEOUT_MS = 2 * 60_000;
/** When a provider is asked again that did not answer. */
const RETRY_MS = 5 * 60_000;
const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec', 'relations'];

/** Asks providers for the facts of entities that are due. */
export class CollectTask {
  readonly #options: CollectTaskOptions;

  constructor(options: CollectTaskOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { auth, facts, registry } = this.#options;
    const providers = registry.list();
    const due = await facts.findDueProviders(
      providers.map(({ description }) => description.id),
    );
    if (due.size === 0) {
      return;
    }
    // Facts are collected for everybody; reads show them to who sees the entity.
    const credentials = await auth.getOwnServiceCredentials();
    const limit = pLimit(PROVIDERS_AT_ONCE);
    await Promise.all(
      providers
        .filter(({ description }) => due.has(description.id))
        .map(provider =>
          limit(() => this.#collectAll(provider, { credentials, signal })),
        ),
    );
  }

  /** One that fails is left alone until its next turn. */
  async #collectAll(
    provider: FactProvider,
    options: { credentials: BackstageCredentials; signal: AbortSignal },
  ): Promise<void> {
    const { facts } = this.#options;
    const { description, batchSize = BATCH } = provider;
    let due: DueEntity[];
    do {
      due = await facts.listDue(description.id, batchSize);
      if (due.length === 0 || !(await this.#collect(provider, due, options))) {
        return;
      }
    } while (due.length === batchSize && !options.signal.aborted);
  }

  async #collect(
    provider: FactProvider,
    due: DueEntity[],
    options: { credentials: BackstageCredentials; signal: AbortSignal },
  ): Promise<boolean> {
    const { facts, metrics, providers } = this.#options;
    const { id, freshnessMs } = provider.description;
    const startedAt = performance.now();
    try {
      const { collected, problem } = await this.#ask(provider, due, options);
      await facts.save(
        due.map(({ dueAt, id: entityId, entityRef }) => {
          const told = collected.get(entityRef);
          return { ...told, dueAt, entityId, values: told?.values };
        }),
        { ...provider, provider: id, freshnessMs },
      );
      await (problem === undefined
        ? providers.markAnswered(id)
        : this.#report(id, problem));
      metrics.countCollected(id, {
        entityCount: due.length,
        seconds: (performance.now() - startedAt) / 1000,
      });
      return true;
    } catch (error) {
      metrics.countFailure(id);
      await facts.postpone(id, {
        delayMs: Math.min(RETRY_MS, provider.refreshMs),
        entityIds: due.map(one => one.id),
      });
      await this.#report(id, stringifyError(error));
      return false;
    }
  }

  /** Once, until it works again. */
  async #report(provider: string, reason: string): Promise<void> {
    const { logger, providers } = this.#options;
    if (await providers.markFailed(provider, reason)) {
      logger.warn('A provider of facts does not do well', { provider, reason });
    }
  }

  async #ask(
    provider: FactProvider,
    due: DueEntity[],
    {
      credentials,
      signal,
    }: { credentials: BackstageCredentials; signal: AbortSignal },
  ): Promise<{ collected: Map<string, EntityFacts>; problem?: string }> {
    const refs = due.map(({ entityRef }) => entityRef);
    const entities =
      provider.needs === 'ref'
        ? refs.map(toNamedEntity)
        : await this.#readEntities(refs, credentials);
    // All of them left the catalog, and are forgotten soon.
    if (entities.length === 0) {
      return { collected: new Map() };
    }
    const ended = AbortSignal.any([
      signal,
      AbortSignal.timeout(BATCH_TIMEOUT_MS),
    ]);
    const told = await Promise.race([
      provider.collect(entities, { signal: ended }),
      rejectOn(ended),
    ]);
    return keepRight(told, provider);
  }

  async #readEntities(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const { catalog } = this.#options;
    const entities = await readEntitiesByRef(refs, {
      catalog,
      credentials,
      fields: FIELDS,
    });
    return [...entities.values()];
  }
}

/** What its ref says of an entity. */
function toNamedEntity(entityRef: string): Entity {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace, name },
  };
}

/** Leaves out what is not of the type that the provider says. */
function keepRight(
  told: ReadonlyMap<string, EntityFacts>,
  { description }: FactProvider,
): { collected: Map<string, EntityFacts>; problem?: string } {
  const collected = new Map<string, EntityFacts>();
  let problem: string | undefined;
  for (const [ref, facts] of told) {
    const { problems, values } = readFactValues(facts.values, description);
    collected.set(ref, { ...facts, values });
    const [first] = Object.entries(problems);
    if (first) {
      problem ??= `The fact '${first[0]}' of '${ref}' ${first[1]}`;
    }
  }
  return { collected, ...(problem !== undefined && { problem }) };
}

/** A provider that does not listen to the signal does not hold up the others. */
async function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}
