import type { CsvColumns } from '@atrium/backend-common';
import type {
  Initiative,
  InitiativeDetails,
} from '@atrium/plugin-scorecard-common';

/** The columns of `GET /initiatives.csv`. */
export const initiativeCsv: CsvColumns<Initiative> = {
  Title: initiative => initiative.title,
  Scorecard: initiative => initiative.scorecardTitle,
  Goal: initiative => initiative.goalTitle,
  Lead: initiative => initiative.ownerRef,
  State: initiative => initiative.state,
  Starts: initiative => initiative.startsOn,
  Due: initiative => initiative.dueOn,
  Ended: initiative => initiative.endedAt,
  Services: initiative => initiative.total,
  Done: initiative => initiative.done,
  Exempt: initiative => initiative.exempt,
  Unknown: initiative => initiative.unknown,
  Id: initiative => initiative.id,
};

/** The columns of `GET /initiatives/remaining.csv`. */
export const remainingCsv: CsvColumns<InitiativeDetails['remaining'][number]> =
  {
    Entity: entity => entity.entityRef,
    Title: entity => entity.entityTitle,
    Owners: entity => entity.ownerRefs.join(' '),
    'To pass': entity => entity.checks.join('; '),
  };
