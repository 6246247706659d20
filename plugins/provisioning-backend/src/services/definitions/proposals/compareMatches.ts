import {
  type DefinitionMatch,
  type Environment,
  type MatchChange,
  type MatchCriteria,
  matchDefinition,
  type ResourceDefinition,
} from '@atrium/plugin-provisioning-common';

/** Definitions before and after a change, and what they are for. */
export interface MatchComparison {
  before: readonly ResourceDefinition[];
  after: readonly ResourceDefinition[];
  environments: readonly Environment[];
}

/** Matches no definition that is for one component, or one resource. */
const ANY = '';
const DEFAULT_CLASS = 'default';

/**
 * Requests that another definition would serve: of any component and name, and
 * of those that a definition is for.
 */
export function compareMatches(comparison: MatchComparison): MatchChange[] {
  const { before, after } = comparison;
  const criteria = new Map<string, MatchCriteria>();
  for (const definition of [...before, ...after]) {
    for (const one of listCriteria(definition, comparison)) {
      criteria.set(JSON.stringify(Object.values(one)), one);
    }
  }
  return [...criteria.values()].flatMap(one => {
    const winners = {
      before: winnerOf(one, before),
      after: winnerOf(one, after),
    };
    return winners.before === winners.after
      ? []
      : [
          {
            type: one.type,
            class: one.class,
            environment: one.environment,
            entityRef: one.entityRef,
            resource: one.resource === ANY ? undefined : one.resource,
            ...winners,
          },
        ];
  });
}

/** The name of the definition that serves a request. */
export function winnerOf(
  criteria: MatchCriteria,
  definitions: readonly ResourceDefinition[],
): string | undefined {
  const candidates = definitions.map(({ metadata, spec }) => ({
    name: metadata.name,
    type: spec.type,
    match: spec.match,
  }));
  return matchDefinition(criteria, candidates).winner?.name;
}

/** What is asked for where a definition is meant: in each of its environments. */
function listCriteria(
  { spec: { type, match } }: ResourceDefinition,
  { environments }: MatchComparison,
): MatchCriteria[] {
  return environments
    .filter(environment => fitsEnvironment(match, environment))
    .flatMap(({ name, type: environmentType }) => [
      {
        type,
        class: match.class ?? DEFAULT_CLASS,
        environment: name,
        environmentType,
        entityRef: match.entity,
        resource: match.resource ?? ANY,
      },
    ]);
}

function fitsEnvironment(
  match: DefinitionMatch,
  { name, type }: Environment,
): boolean {
  return (
    (match.environment ?? name) === name &&
    (match.environmentType ?? type) === type
  );
}
