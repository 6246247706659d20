import type { ReadFile } from '@atrium/backend-common';
import type { OpenSloProblem, SloDefinition } from '@atrium/plugin-slo-common';
import type { SloPlan } from '../services/definitions/planSlo';

/** A file with what is wrong with it. */
export interface CheckedFile extends ReadFile {
  readAt: string;
  problems: OpenSloProblem[];
}

/** A valid SLO and what is kept for it. */
export interface PlannedSlo extends SloPlan {
  id: string;
  name: string;
  definition: SloDefinition;
  url: string;
  revision?: string;
}

/** What became of the files of an entity. */
export interface CheckedDefinition {
  entityRef: string;
  files: CheckedFile[];
  slos: PlannedSlo[];
  /** Whether an SLO that is not among them is to be kept as it last was. */
  isKept(name: string): boolean;
  readAt: Date;
  /** When it was due; one that is due since another time meanwhile stays so. */
  wasDueAt: string;
  dueAt: Date;
}
