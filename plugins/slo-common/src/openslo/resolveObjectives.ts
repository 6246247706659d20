import {
  fromPartsPerBillion,
  PARTS_PER_BILLION,
  percentToPartsPerBillion,
  toPartsPerBillion,
} from '../definition/partsPerBillion';
import type { SloIndicator, SloObjective } from '../definition/sloDefinition';
import { type OpenSloObjective, sliceMinutes } from './objectiveSchema';
import { resolveIndicator } from './resolveIndicator';
import type { ResolveScope } from './resolveScope';

/** Resolves the objectives of an SLO; what is wrong with one is reported. */
export function resolveObjectives(
  objectives: OpenSloObjective[],
  options: { ofSlo: SloIndicator | undefined; scope: ResolveScope },
): SloObjective[] {
  const { ofSlo, scope } = options;
  if (ofSlo?.kind === 'threshold' && objectives.length > 1) {
    scope.report('must have one item only with thresholdMetric');
  }
  const ids = objectiveIds(objectives);
  return objectives.map((objective, index) => {
    const ownScope = scope.at(index);
    const indicator = resolveIndicator(objective, ownScope);
    checkComparison(objective, {
      indicator: indicator ?? ofSlo,
      scope: ownScope,
    });
    return toObjective(objective, { id: ids[index], indicator });
  });
}

function toObjective(
  objective: OpenSloObjective,
  resolved: { id: string; indicator: SloIndicator | undefined },
): SloObjective {
  const { displayName, op, value, timeSliceTarget, timeSliceWindow } =
    objective;
  const targetPpb = targetOf(objective);
  const weight = objective.compositeWeight ?? 1;
  return {
    id: resolved.id,
    displayName,
    target: fromPartsPerBillion(targetPpb),
    targetPpb,
    op,
    value,
    timeSliceTarget,
    timeSliceTargetPpb:
      timeSliceTarget === undefined
        ? undefined
        : toPartsPerBillion(timeSliceTarget),
    timeSliceWindowMinutes:
      timeSliceWindow === undefined ? undefined : sliceMinutes(timeSliceWindow),
    indicator: resolved.indicator,
    compositeWeight: weight,
    compositeWeightPpb: toPartsPerBillion(weight) ?? PARTS_PER_BILLION,
  };
}

function checkComparison(
  { op, value }: OpenSloObjective,
  options: { indicator: SloIndicator | undefined; scope: ResolveScope },
): void {
  const { indicator, scope } = options;
  if (!indicator) {
    return;
  }
  const isThreshold = indicator.kind === 'threshold';
  for (const [field, given] of Object.entries({ op, value })) {
    if (isThreshold && given === undefined) {
      scope.at(field).report('is required with thresholdMetric');
    }
    // OpenSLO's own examples carry an `op` that compares with nothing.
    if (!isThreshold && field === 'value' && given !== undefined) {
      scope.at(field).report('is for thresholdMetric only');
    }
  }
}

function targetOf({ target, targetPercent }: OpenSloObjective): number {
  const parts =
    targetPercent === undefined
      ? toPartsPerBillion(target ?? 0)
      : percentToPartsPerBillion(targetPercent);
  return parts ?? 0;
}

/** Ids that stay when objectives change places, as long as they have names. */
function objectiveIds(objectives: OpenSloObjective[]): string[] {
  const ids: string[] = [];
  for (const [index, { displayName }] of objectives.entries()) {
    const fromName = (displayName ?? '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 63);
    let id = fromName || `objective-${index + 1}`;
    while (ids.includes(id)) {
      id = `${id}-${index + 1}`;
    }
    ids.push(id);
  }
  return ids;
}
