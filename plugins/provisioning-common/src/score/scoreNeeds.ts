import {
  type MatchCandidate,
  matchDefinition,
  type MatchResult,
} from '../match/matchDefinition';
import type { ScoreWorkload } from './scoreWorkload';

/** A resource that a workload needs, as provisioning is asked for it. */
export interface ScoreNeed {
  /** As the workload calls it. */
  name: string;
  type: string;
  class: string;
  /** Other workloads that say the same one share the resource. */
  sharedId?: string;
  params: ScoreWorkload['resources'][string]['params'];
}

/** Where a workload runs. */
export interface ScorePlace {
  entityRef: string;
  environment: string;
  environmentType: string;
}

/** What a workload needs, in order of name. */
export function listScoreNeeds({ resources }: ScoreWorkload): ScoreNeed[] {
  return Object.entries(resources)
    .map(([name, resource]) => ({
      name,
      type: resource.type.toLowerCase(),
      class: resource.class?.toLowerCase() ?? 'default',
      ...(resource.id !== undefined && { sharedId: resource.id }),
      params: resource.params,
    }))
    .toSorted(
      (one, other) =>
        Number(one.name > other.name) - Number(one.name < other.name),
    );
}

/** Finds the definition that serves a need in an environment. */
export function matchScoreNeed<T extends MatchCandidate>(
  need: ScoreNeed,
  { entityRef, environment, environmentType }: ScorePlace,
  candidates: readonly T[],
): MatchResult<T> {
  return matchDefinition(
    {
      type: need.type,
      class: need.class,
      environment,
      environmentType,
      entityRef,
      resource: need.sharedId ?? need.name,
    },
    candidates,
  );
}
