import type { DefinitionMatch } from '../definition/resourceDefinition';

/** What is asked for, as far as it decides about the definition. */
export interface MatchCriteria {
  type: string;
  /** `default` where the requester names none. */
  class: string;
  environment: string;
  environmentType: string;
  /** The component it is for; absent where it is for a team. */
  entityRef?: string;
  /** The name of the resource, or its shared id. */
  resource: string;
}

/** What can be matched: a definition, or what is known of one. */
export interface MatchCandidate {
  name: string;
  type: string;
  match: DefinitionMatch;
}

/** Why a definition was not taken. */
export interface LosingDefinition {
  name: string;
  /** For people: `is for class 'large' only`. */
  reason: string;
}

/** Which definition serves a request, and why the others do not. */
export interface MatchResult<T extends MatchCandidate> {
  winner?: T;
  /** Every other definition of the type, in order of name. */
  losers: LosingDefinition[];
}

/** From the least to the most specific: `env_type < app < env < resource`. */
const PRECEDENCE = [
  'environmentType',
  'entity',
  'environment',
  'resource',
] as const satisfies (keyof DefinitionMatch)[];

type MatchField = keyof DefinitionMatch;

const WORDS: Record<MatchField, string> = {
  environmentType: 'environments of type',
  entity: 'the component',
  environment: 'the environment',
  resource: 'the resource',
  class: 'class',
};

/**
 * Takes the definition that says most precisely what it is for.
 *
 * @remarks As Humanitec does: the most specific element decides, and only
 * between definitions that both have it (or both lack it) the next one. A class
 * is a filter: a definition without one fits `default` only, so that nobody who
 * asks for `large` is given something else.
 *
 * Two definitions that match alike cannot both be there: `findDuplicates` has
 * them refused when they are read.
 */
export function matchDefinition<T extends MatchCandidate>(
  criteria: MatchCriteria,
  candidates: readonly T[],
): MatchResult<T> {
  const ofType = candidates
    .filter(({ type }) => type === criteria.type)
    .toSorted((one, other) => compareNames(one.name, other.name));
  const mismatches = new Map(
    ofType.map(candidate => [candidate, findMismatch(criteria, candidate)]),
  );
  const [winner] = ofType
    .filter(candidate => mismatches.get(candidate) === undefined)
    .toSorted((one, other) => compareSpecificity(other.match, one.match));
  const losers = ofType
    .filter(candidate => candidate !== winner)
    .map(candidate => ({
      name: candidate.name,
      reason:
        mismatches.get(candidate) ?? `is less specific than '${winner?.name}'`,
    }));
  return winner ? { winner, losers } : { losers };
}

/** Pairs of definitions of one type that would match the very same requests. */
export function findDuplicates<T extends MatchCandidate>(
  candidates: readonly T[],
): [first: T, second: T][] {
  const seen = new Map<string, T>();
  const duplicates: [T, T][] = [];
  for (const candidate of candidates) {
    const { type, match } = candidate;
    const key = JSON.stringify([
      type,
      match.class ?? 'default',
      ...PRECEDENCE.map(field => match[field] ?? null),
    ]);
    const first = seen.get(key);
    if (first) {
      duplicates.push([first, candidate]);
    } else {
      seen.set(key, candidate);
    }
  }
  return duplicates;
}

function findMismatch(
  criteria: MatchCriteria,
  { match }: MatchCandidate,
): string | undefined {
  const asked: Record<MatchField, string | undefined> = {
    environmentType: criteria.environmentType,
    entity: criteria.entityRef,
    environment: criteria.environment,
    resource: criteria.resource,
    class: criteria.class,
  };
  const wanted = { ...match, class: match.class ?? 'default' };
  for (const field of ['class', ...PRECEDENCE] as const) {
    const value = wanted[field];
    if (value !== undefined && value !== asked[field]) {
      return `is for ${WORDS[field]} '${value}' only`;
    }
  }
  return undefined;
}

/** Above zero when the first says more precisely what it is for. */
function compareSpecificity(
  one: DefinitionMatch,
  other: DefinitionMatch,
): number {
  for (const field of PRECEDENCE.toReversed()) {
    const difference =
      Number(one[field] !== undefined) - Number(other[field] !== undefined);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

function compareNames(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
