import { commonMinutes } from './commonMinutes';
import type { EvaluatedObjective } from './EvaluatedSlo';
import {
  type ObjectiveWindows,
  objectiveWindows,
  type ObjectiveWindowsOptions,
} from './objectiveWindows';

/**
 * The spans of time that the joined slices of a composite SLO are judged by.
 * What is joined are pieces of slices that may have several lengths.
 */
export function compositeWindows(
  objectives: EvaluatedObjective[],
  options: Omit<ObjectiveWindowsOptions, 'sliceMinutes'>,
): ObjectiveWindows {
  const sliceMinutes = objectives.map(({ bucketMinutes }) => bucketMinutes);
  return objectiveWindows(
    {
      objective: objectives[0].objective,
      bucketMinutes: commonMinutes(sliceMinutes),
    },
    { ...options, sliceMinutes },
  );
}
