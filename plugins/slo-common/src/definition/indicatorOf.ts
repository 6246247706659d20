import type {
  SloDefinition,
  SloIndicator,
  SloObjective,
  SloQuery,
} from './sloDefinition';

/** What a query of an indicator measures. */
export type SloQueryPart = 'good' | 'bad' | 'total' | 'raw' | 'threshold';

/** The indicator behind an objective: its own, or that of the SLO. */
export function indicatorOf(
  definition: SloDefinition,
  objective: SloObjective,
): SloIndicator {
  const indicator = objective.indicator ?? definition.indicator;
  if (!indicator) {
    throw new Error(
      `Objective '${objective.id}' of SLO '${definition.name}' has no indicator`,
    );
  }
  return indicator;
}

/** Whether the SLO is made of several indicators. */
export function isComposite(definition: SloDefinition): boolean {
  return definition.indicator === undefined;
}

/** The queries behind an indicator, with what each of them measures. */
export function queriesOf(
  indicator: SloIndicator,
): { part: SloQueryPart; query: SloQuery }[] {
  switch (indicator.kind) {
    case 'ratio':
      return [
        { part: indicator.numerator, query: indicator.events },
        { part: 'total', query: indicator.total },
      ];
    case 'raw':
      return [{ part: 'raw', query: indicator.raw }];
    case 'threshold':
      return [{ part: 'threshold', query: indicator.query }];
    default:
      return indicator satisfies never;
  }
}
