import { relationTargets } from '@atrium/common';
import type { CatalogApi } from '@backstage/catalog-client';
import {
  type Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { definitionFormat } from '../definition/definitionFormat';
import type { ApiRow, NamedEntity } from './ApiRow';

/** Everything a row needs; the definitions themselves are megabytes. */
const API_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

const NAME_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];

const PAGE_SIZE = 500;

/** All APIs that the signed-in person may see, in a few requests. */
export async function loadApis(catalogApi: CatalogApi): Promise<ApiRow[]> {
  const entities: Entity[] = [];
  const pages = catalogApi.streamEntities({
    filter: { kind: 'api' },
    fields: API_FIELDS,
    pageSize: PAGE_SIZE,
  });
  for await (const page of pages) {
    entities.push(...page);
  }
  const titles = await loadTitles(catalogApi, entities);
  return entities.map(entity => toRow(entity, titles));
}

/** These APIs, as far as the signed-in person may see them. */
export async function loadApisByRef(
  catalogApi: CatalogApi,
  entityRefs: string[],
): Promise<ApiRow[]> {
  const { items } = await catalogApi.getEntitiesByRefs({
    entityRefs,
    fields: API_FIELDS,
  });
  const entities = items.filter(item => item !== undefined);
  const titles = await loadTitles(catalogApi, entities);
  return entities.map(entity => toRow(entity, titles));
}

/** What the owners, systems and providers of APIs are called. */
async function loadTitles(
  catalogApi: CatalogApi,
  entities: Entity[],
): Promise<Map<string, string>> {
  const refs = [
    ...new Set(
      entities.flatMap(entity => [
        ...relationTargets(entity, RELATION_OWNED_BY),
        ...relationTargets(entity, RELATION_PART_OF),
        ...relationTargets(entity, RELATION_API_PROVIDED_BY),
      ]),
    ),
  ];
  const titles = new Map<string, string>();
  for (let start = 0; start < refs.length; start += PAGE_SIZE) {
    const entityRefs = refs.slice(start, start + PAGE_SIZE);
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs,
      fields: NAME_FIELDS,
    });
    for (const [index, item] of items.entries()) {
      const title = item && titleOf(item);
      if (title) {
        titles.set(entityRefs[index], title);
      }
    }
  }
  return titles;
}

function toRow(entity: Entity, titles: Map<string, string>): ApiRow {
  const { name, title, description, tags } = entity.metadata;
  const type = String(entity.spec?.type ?? '').toLowerCase();
  const named = (ref: string): NamedEntity => ({
    entityRef: ref,
    title: titles.get(ref) ?? parseEntityRef(ref).name,
  });
  const [owner] = relationTargets(entity, RELATION_OWNED_BY).map(named);
  const [system] = relationTargets(entity, RELATION_PART_OF)
    .filter(ref => ref.startsWith('system:'))
    .map(named);
  return {
    id: stringifyEntityRef(entity),
    name,
    title: title ?? name,
    description: description ?? '',
    tags: tags ?? [],
    type,
    typeTitle: definitionFormat(type).name,
    lifecycle: String(entity.spec?.lifecycle ?? ''),
    owner,
    system,
    providers: relationTargets(entity, RELATION_API_PROVIDED_BY).map(named),
    consumerCount: relationTargets(entity, RELATION_API_CONSUMED_BY).length,
  };
}

function titleOf({ metadata, spec }: Entity): string {
  const profile = spec?.profile;
  const displayName =
    typeof profile === 'object' && profile && !Array.isArray(profile)
      ? profile.displayName
      : undefined;
  return metadata.title ?? (displayName ? String(displayName) : metadata.name);
}
