import {
  entityNotFound,
  type ScopeOptions,
  type VisibleEntities,
} from '@atrium/backend-common';
import { expressionFunctions } from '@atrium/expressions';
import type {
  EntityFactValues,
  FactEvidence,
  FactProviderDescription,
  Facts,
} from '@atrium/plugin-scorecard-common';
import type { EntityStore } from '../database/EntityStore';
import type { FactStore } from '../database/FactStore';
import type { ProviderStore } from '../database/ProviderStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import { FactSnapshot } from '../evaluation/FactSnapshot';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import type { FactCounts } from './FactCounts';
import type { FactRegistry } from './FactRegistry';
import { toEvidence } from './toEvidence';

interface FactReadsOptions {
  counts: Pick<FactCounts, 'get'>;
  entities: EntityStore;
  expressions: () => ScorecardExpressions;
  facts: FactStore;
  providers: ProviderStore;
  registry: FactRegistry;
  snapshots: SnapshotStore;
  visible: Pick<VisibleEntities, 'filter'>;
}

/** The facts of one entity, to say what decided about it. */
export interface EntityEvidence {
  snapshot: FactSnapshot;
  /** What is known of the facts that are named. */
  of(references: readonly { group: string; field: string }[]): FactEvidence[];
}

/** Answers which facts there are, and what they are of an entity. */
export class FactReads {
  readonly #options: FactReadsOptions;

  constructor(options: FactReadsOptions) {
    this.#options = options;
  }

  /** All facts that checks may use, and how their providers are doing. */
  async list(): Promise<Facts> {
    const { counts, expressions, providers, registry } = this.#options;
    const descriptions = [...expressions().providers.values()];
    const [states, { entityCounts, coverage }] = await Promise.all([
      providers.list(),
      counts.get(descriptions),
    ]);
    const kinds = new Map(
      registry
        .list()
        .map(one => [one.description.id, one.kinds ?? ['component']] as const),
    );
    const known = new Map(
      coverage.map(one => [`${one.provider}.${one.fact}`, one]),
    );
    const items = descriptions.map(description => {
      const { facts, ...rest } = description;
      const state = states.get(description.id);
      return {
        ...rest,
        kinds: [...(kinds.get(description.id) ?? [])],
        entityCount: entityCounts.get(description.id) ?? 0,
        lastCollectedAt: state?.lastCollectedAt,
        failure: state?.failure,
        facts: Object.entries(facts).map(([fact, about]) => {
          const name = `${description.id}.${fact}`;
          return {
            ...about,
            name,
            knownCount: known.get(name)?.knownCount ?? 0,
            staleCount: known.get(name)?.staleCount ?? 0,
          };
        }),
      };
    });
    return {
      items,
      totalItems: items.length,
      functions: expressionFunctions.map(({ description, signature }) => ({
        description,
        signature,
      })),
    };
  }

  /**
   * All facts of one entity.
   *
   * @throws NotFoundError when it does not exist, or is hidden
   */
  async getEntity(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<EntityFactValues> {
    const [visible] = await this.#options.visible.filter([entityRef], options);
    const evidence = visible && (await this.readEvidence(entityRef));
    if (!evidence) {
      throw entityNotFound(entityRef);
    }
    const { providers } = this.#options.expressions();
    return {
      entityRef,
      items: evidence.of([...providers.values()].flatMap(allFactsOf)),
    };
  }

  /**
   * What is known of an entity, whoever asks.
   *
   * @returns undefined where it is not there
   */
  async readEvidence(entityRef: string): Promise<EntityEvidence | undefined> {
    const { entities, facts, snapshots } = this.#options;
    const expressions = this.#options.expressions();
    const id = (await entities.findIds([entityRef])).get(entityRef);
    if (id === undefined) {
      return undefined;
    }
    const [[entity], urls] = await Promise.all([
      snapshots.read(
        { ids: [id] },
        { providers: [...expressions.providers.keys()] },
      ),
      facts.readUrls(id),
    ]);
    const snapshot =
      entity && new FactSnapshot(entity, { atMs: Date.now(), expressions });
    return (
      snapshot && {
        snapshot,
        of: references =>
          toEvidence(references, snapshot, { expressions, urls }),
      }
    );
  }
}

function allFactsOf({ facts, id }: FactProviderDescription) {
  return Object.keys(facts).map(field => ({ group: id, field }));
}
