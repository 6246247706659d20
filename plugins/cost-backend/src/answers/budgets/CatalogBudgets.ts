import { readEntitiesByRef, type ScopeOptions } from '@atrium/backend-common';
import { entityTitle, relationTargets } from '@atrium/common';
import { MONTHLY_BUDGET_ANNOTATION } from '@atrium/plugin-cost-common';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** A budget as an entity has it. */
export interface WrittenBudget {
  entityRef: string;
  title: string;
  ownerRefs: string[];
  /** As it is written. */
  text: string;
  sourceUrl?: string;
}

const FIELDS = ['kind', 'metadata', 'relations', 'spec.profile'];

/** Reads the budgets that entities have in the catalog. */
export class CatalogBudgets {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  /** Those of some entities, by their refs. */
  async find(
    entityRefs: string[],
    { credentials }: ScopeOptions,
  ): Promise<Map<string, WrittenBudget>> {
    const entities = await readEntitiesByRef(entityRefs, {
      catalog: this.#catalog,
      credentials,
      fields: FIELDS,
    });
    return toBudgets(entities.values());
  }

  /** All that somebody may see, by the refs of the entities. */
  async list({
    credentials,
  }: ScopeOptions): Promise<Map<string, WrittenBudget>> {
    const entities: Entity[] = [];
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${MONTHLY_BUDGET_ANNOTATION}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: FIELDS,
      },
      { credentials },
    );
    for await (const page of pages) {
      entities.push(...page);
    }
    return toBudgets(entities);
  }
}

function toBudgets(entities: Iterable<Entity>): Map<string, WrittenBudget> {
  const budgets = new Map<string, WrittenBudget>();
  for (const entity of entities) {
    const budget = writtenBudgetOf(entity);
    if (budget) {
      budgets.set(budget.entityRef, budget);
    }
  }
  return budgets;
}

/** The budget that an entity has. */
export function writtenBudgetOf(entity: Entity): WrittenBudget | undefined {
  const { annotations = {}, name } = entity.metadata;
  const text = annotations[MONTHLY_BUDGET_ANNOTATION];
  if (text === undefined) {
    return undefined;
  }
  const entityRef = stringifyEntityRef(entity);
  const location = annotations[ANNOTATION_SOURCE_LOCATION];
  return {
    entityRef,
    title: entityTitle(entity) ?? name,
    ownerRefs: ownersOf(entity, entityRef),
    text,
    sourceUrl: location?.startsWith('url:')
      ? location.slice('url:'.length)
      : undefined,
  };
}

/** A group has no owner: its own members hear of its budget. */
function ownersOf(entity: Entity, entityRef: string): string[] {
  return entity.kind.toLocaleLowerCase('en-US') === 'group'
    ? [entityRef]
    : relationTargets(entity, RELATION_OWNED_BY);
}
