import { hashJson } from '@atrium/backend-common';
import {
  indicatorOf,
  isComposite,
  pushQuerySpecSchema,
  queriesOf,
  type SloDefinition,
  type SloIndicator,
  type SloObjective,
  type SloQuery,
} from '@atrium/plugin-slo-common';
import { createHash } from 'node:crypto';
import { commonMinutes } from '../../engine/commonMinutes';

/** A series of time slices of another one. */
export interface SlicePlan {
  key: string;
  minutes: number;
  /** How much of a slice has to be good; without it its ratio is kept. */
  targetPpb?: number;
}

/** What is kept for one objective. */
export interface ObjectivePlan {
  key: string;
  seriesKey: string;
  /** Whether sources are counted for it; what is pushed comes by itself. */
  isCollected: boolean;
  slices?: SlicePlan;
}

/** The slices of all objectives of a composite SLO, joined. */
export interface CompositePlan {
  key: string;
  /** The longest that fits into all of the slices. */
  minutes: number;
  /** The keys of the series of slices that are joined. */
  allOf: string[];
}

/** What is kept for an SLO. */
export interface SloPlan {
  objectives: ObjectivePlan[];
  composite?: CompositePlan;
}

/** For whom a query is counted, where its answer depends on that. */
type FindEntityOf = (query: SloQuery) => string | undefined;

/** Works out which series an SLO needs. */
export function planSlo(
  definition: SloDefinition,
  findEntityOf: FindEntityOf,
): SloPlan {
  const objectives = planObjectives(definition, findEntityOf);
  return { objectives, composite: planComposite(definition, objectives) };
}

function planObjectives(
  definition: SloDefinition,
  findEntityOf: FindEntityOf,
): ObjectivePlan[] {
  return definition.objectives.map(objective => {
    const pushed = pushedSeriesOf(indicatorOf(definition, objective));
    const seriesKey = pushed
      ? pushedKey(pushed)
      : digestOf(definition, objective, findEntityOf);
    return {
      key: objective.id,
      seriesKey,
      isCollected: pushed === undefined,
      slices: planSlices(definition, objective, seriesKey),
    };
  });
}

/** By `Timeslices` the slices are joined, whatever their lengths. */
function planComposite(
  definition: SloDefinition,
  objectives: ObjectivePlan[],
): CompositePlan | undefined {
  if (definition.budgetingMethod !== 'Timeslices' || !isComposite(definition)) {
    return undefined;
  }
  const slices = objectives.flatMap(objective => objective.slices ?? []);
  const allOf = [...new Set(slices.map(({ key }) => key))].sort();
  const digest = createHash('sha256').update(allOf.join(' ')).digest('hex');
  return {
    key: `all of ${digest}`,
    minutes: commonMinutes(slices.map(({ minutes }) => minutes)),
    allOf,
  };
}

/** The key of what is pushed under a name. */
export function pushedKey(series: string): string {
  return `push:${series}`;
}

/** Under which name the counts of an indicator are pushed, if they are. */
function pushedSeriesOf(indicator: SloIndicator): string | undefined {
  const names = queriesOf(indicator).map(({ query }) =>
    query.sourceType === 'push'
      ? pushQuerySpecSchema.safeParse(query.spec).data?.series
      : undefined,
  );
  // Counts hold good and all events, so the parts name the same series.
  return names.every(name => name === names[0]) ? names[0] : undefined;
}

function planSlices(
  { budgetingMethod }: SloDefinition,
  objective: SloObjective,
  seriesKey: string,
): SlicePlan | undefined {
  const minutes = objective.timeSliceWindowMinutes;
  if (budgetingMethod === 'Occurrences' || minutes === undefined) {
    return undefined;
  }
  const targetPpb =
    budgetingMethod === 'Timeslices' ? objective.timeSliceTargetPpb : undefined;
  return {
    key: `${seriesKey}/${minutes}m/${targetPpb ?? 'ratio'}`,
    minutes,
    targetPpb,
  };
}

/**
 * The same for everybody who asks the same of the same system, whatever they
 * call it.
 */
function digestOf(
  definition: SloDefinition,
  objective: SloObjective,
  findEntityOf: FindEntityOf,
): string {
  const indicator = indicatorOf(definition, objective);
  const queries = queriesOf(indicator);
  const entities = queries.flatMap(({ query }) => findEntityOf(query) ?? []);
  const counted = {
    kind: indicator.kind,
    isCounter: indicator.kind === 'ratio' && indicator.isCounter,
    rawType: indicator.kind === 'raw' ? indicator.rawType : undefined,
    queries,
    // Several targets of a ratio share its counts.
    threshold:
      indicator.kind === 'threshold'
        ? [objective.op, objective.value]
        : undefined,
    connections: queries.map(({ query }) => connectionOf(definition, query)),
    entities: entities.length > 0 ? entities : undefined,
  };
  return hashJson(counted);
}

/** What a name in the file of one team means is not what it means in another. */
function connectionOf({ dataSources }: SloDefinition, query: SloQuery) {
  return query.sourceOrigin === 'file'
    ? dataSources.find(({ name }) => name === query.sourceName)
        ?.connectionDetails
    : undefined;
}
