import type {
  AffectedResource,
  DefinitionEffects,
  DocumentChange,
  Environment,
  ResourceDefinition,
} from '@atrium/plugin-provisioning-common';
import {
  documentKeyOf,
  type MatchedResource,
  type StoredDocument,
} from '../../../database/StoredDefinition';
import { words } from '../../../provisioningWords';
import { compareFields } from './compareFields';
import { compareMatches, winnerOf } from './compareMatches';

/** What {@link describeEffects} compares. */
export interface EffectsInput {
  before: readonly StoredDocument[];
  after: readonly StoredDocument[];
  /** Live resources of the types that are concerned. */
  live: readonly MatchedResource[];
  environments: readonly Environment[];
}

/** How many resources are named. */
export const MAX_RESOURCES = 100;

/**
 * What a change of definitions would mean. What lives stays as it was made: it
 * has its plan, its lease and its rules until its owner changes it.
 */
export function describeEffects(
  input: EffectsInput,
): Omit<DefinitionEffects, 'problems' | 'blocked' | 'blockedCount'> {
  const { live, environments } = input;
  const changes = listChanges(input);
  const changed = changes
    .filter(({ kind }) => kind === 'ResourceDefinition')
    .map(({ name }) => name);
  const [before, after] = [input.before, input.after].map(definitionsOf);
  const resources = live.flatMap(resource =>
    describeResource(resource, { before, after, changed }),
  );
  return {
    changes,
    matches: compareMatches({ before, after, environments }),
    resources: resources.slice(0, MAX_RESOURCES),
    resourceCount: resources.length,
    quotas: after
      .filter(({ metadata }) => changed.includes(metadata.name))
      .flatMap(definition => listExceeded(definition, live)),
  };
}

/** The types of resource that a change is about. */
export function typesOf({
  before,
  after,
}: Pick<EffectsInput, 'before' | 'after'>): string[] {
  const changed = new Set(listChangedKeys({ before, after }));
  const types = [...before, ...after]
    .filter(({ document }) => changed.has(documentKeyOf(document)))
    .map(({ document }) =>
      document.kind === 'ResourceDefinition'
        ? document.spec.type
        : document.metadata.name,
    );
  return [...new Set(types)];
}

/** Documents that are new, changed or gone, by what tells them apart. */
export function listChangedKeys({
  before,
  after,
}: Pick<EffectsInput, 'before' | 'after'>): string[] {
  const hashes = new Map(
    before.map(({ document, hash }) => [documentKeyOf(document), hash]),
  );
  const present = new Set(after.map(({ document }) => documentKeyOf(document)));
  return [
    ...after
      .filter(
        ({ document, hash }) => hashes.get(documentKeyOf(document)) !== hash,
      )
      .map(({ document }) => documentKeyOf(document)),
    ...[...hashes.keys()].filter(key => !present.has(key)),
  ];
}

function listChanges(input: EffectsInput): DocumentChange[] {
  const find = (documents: readonly StoredDocument[], key: string) =>
    documents.find(({ document }) => documentKeyOf(document) === key)?.document;
  return listChangedKeys(input).flatMap((key): DocumentChange[] => {
    const before = find(input.before, key);
    const after = find(input.after, key);
    const known = after ?? before;
    if (!known) {
      return [];
    }
    const { name } = known.metadata;
    const isDefinition = known.kind === 'ResourceDefinition';
    return [
      {
        kind: known.kind,
        name,
        change: changeOf(before, after),
        // Of what is new or gone, all of it is.
        fields: before && after ? compareFields(before, after) : [],
        liveCount: input.live.filter(({ definition, type }) =>
          isDefinition ? definition === name : type === name,
        ).length,
      },
    ];
  });
}

function changeOf(before: unknown, after: unknown): DocumentChange['change'] {
  if (before === undefined) {
    return 'added';
  }
  return after === undefined ? 'removed' : 'changed';
}

function describeResource(
  resource: MatchedResource,
  options: {
    before: ResourceDefinition[];
    after: ResourceDefinition[];
    changed: string[];
  },
): AffectedResource[] {
  const { id, name, environment, ownerRef, definition, plan } = resource;
  const { before, after, changed } = options;
  const offered = after.find(({ metadata }) => metadata.name === definition);
  const criteria = {
    ...resource,
    entityRef: resource.scopeRef === ownerRef ? undefined : resource.scopeRef,
    resource: resource.sharedId ?? name,
  };
  const winners = [before, after].map(all => winnerOf(criteria, all));
  const effects = [
    ...(changed.includes(definition) &&
    offered?.spec.plans.every(one => one.name !== plan)
      ? [words.describe('provisioning.effect.planGone', { plan })]
      : []),
    ...(winners[0] === winners[1]
      ? []
      : [
          winners[1] === undefined
            ? words.describe('provisioning.effect.notServed')
            : words.describe('provisioning.effect.servedBy', {
                definition: winners[1],
              }),
        ]),
  ];
  return effects.map(effect => ({
    id,
    name,
    environment,
    ownerRef,
    definition,
    ...words.fields({ effect }),
  }));
}

/** Owners who have more than they could ask for. */
function listExceeded(
  { metadata, spec }: ResourceDefinition,
  live: readonly MatchedResource[],
): DefinitionEffects['quotas'] {
  const limit = spec.quota?.perOwner;
  if (limit === undefined) {
    return [];
  }
  const used = new Map<string, number>();
  for (const { definition, ownerRef } of live) {
    if (definition === metadata.name) {
      used.set(ownerRef, (used.get(ownerRef) ?? 0) + 1);
    }
  }
  return [...used]
    .filter(([, count]) => count > limit)
    .map(([ownerRef, count]) => ({
      definition: metadata.name,
      ownerRef,
      used: count,
      limit,
    }));
}

function definitionsOf(
  documents: readonly StoredDocument[],
): ResourceDefinition[] {
  return documents.flatMap(({ document }) =>
    document.kind === 'ResourceDefinition' ? [document] : [],
  );
}
