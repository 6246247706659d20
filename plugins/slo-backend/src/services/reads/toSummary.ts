import {
  isComposite,
  queriesOf,
  type SloDefinition,
  type SloDetails,
  type SloSummary,
} from '@atrium/plugin-slo-common';
import type { StoredSlo } from '../../database/StoredSlo';

/** What a list says about an SLO. */
export function toSummary(slo: StoredSlo): SloSummary {
  const { definition, status } = slo;
  return {
    id: slo.id,
    name: slo.name,
    displayName: definition.displayName,
    description: definition.description,
    service: definition.service,
    entityRef: slo.entityRef,
    ownerRef: slo.ownerRefs.at(0),
    systemRef: slo.systemRefs.at(0),
    budgetingMethod: definition.budgetingMethod,
    window: definition.window,
    sourceTypes: sourceTypesOf(definition),
    isComposite: isComposite(definition),
    state: status?.state ?? 'no-data',
    objectives: status?.objectives ?? [],
    composite: status?.composite,
    evaluatedAt: status?.evaluatedAt.toISOString(),
    isStale: slo.isStale,
    sourceProblem: slo.sourceProblem,
    warnings: slo.warnings,
  };
}

/** All there is to say about an SLO. */
export function toDetails(slo: StoredSlo): SloDetails {
  return {
    ...toSummary(slo),
    definition: slo.definition,
    origin: {
      url: slo.url,
      revision: slo.revision,
      since: slo.changedAt.toISOString(),
    },
  };
}

function sourceTypesOf(definition: SloDefinition): string[] {
  const indicators = [
    definition.indicator,
    ...definition.objectives.map(({ indicator }) => indicator),
  ].filter(indicator => indicator !== undefined);
  const types = indicators
    .flatMap(queriesOf)
    .map(({ query }) => query.sourceType);
  return [...new Set(types)].sort();
}
