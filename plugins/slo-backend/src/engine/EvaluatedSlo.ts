import type { SloDefinition, SloObjective } from '@atrium/plugin-slo-common';
import type { OpenAlert } from './alerts/OpenAlert';
import type { Interval } from './Interval';

/** An objective with where its counts are. */
export interface EvaluatedObjective {
  id: number;
  objective: SloObjective;
  seriesId: number;
  /** The series of its slices where slices count, else the same. */
  countedSeriesId: number;
  /** How many minutes a bucket of the counted series has. */
  bucketMinutes: number;
  /** Since when its series is counted. */
  measuredSince: Date;
  lastDataAt?: Date;
}

/** What an SLO is evaluated from. */
export interface EvaluatedSlo {
  id: string;
  entityRef: string;
  definition: SloDefinition;
  /** Since when it is defined like this. */
  definedSince: Date;
  objectives: EvaluatedObjective[];
  /** The joined slices of all objectives, where a composite counts slices. */
  compositeSeriesId?: number;
  /** Times that do not count. */
  exclusions: Interval[];
  alerts: OpenAlert[];
}
