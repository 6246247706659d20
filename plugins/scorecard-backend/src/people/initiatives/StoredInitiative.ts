import type {
  Initiative,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';
import { goalFields } from './describeGoal';

/** An initiative as it is kept, with what its scorecard says now. */
export interface StoredInitiative
  extends Omit<Initiative, 'canManage' | 'goalTitle'> {
  /** Absent where the scorecard is not in force any more. */
  definition?: ScorecardDefinition;
}

/** The columns of an initiative. */
export interface InitiativeRow {
  id: string;
  title: string;
  description: string | null;
  scorecard: string;
  goal: Initiative['goal'];
  owner_ref: string;
  scope: Initiative['scope'];
  starts_on: string;
  due_on: string;
  state: Initiative['state'];
  created_by: string;
  created_at: Date;
  ended_at: Date | null;
  definition: ScorecardDefinition | null;
  total: number;
  done: number;
  exempt: number;
  unknown: number;
  /** Only where owners were asked about. */
  owned_remaining?: number;
}

/** Initiatives with their scorecards in force, and how far they are. */
export const INITIATIVE_TABLES = `initiatives i
  LEFT JOIN scorecards s ON s.name = i.scorecard AND s.removed_at IS NULL
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total,
      count(*) FILTER (WHERE m.state = 'done')::int AS done,
      count(*) FILTER (WHERE m.state = 'exempt')::int AS exempt,
      count(*) FILTER (WHERE m.state = 'unknown')::int AS unknown
    FROM initiative_entities m WHERE m.initiative_id = i.id) p`;

/** What {@link toInitiative} reads of {@link INITIATIVE_TABLES}. */
export const INITIATIVE_COLUMNS = `i.id, i.title, i.description, i.scorecard,
  i.goal, i.owner_ref, i.scope, i.starts_on::text, i.due_on::text, i.state,
  i.created_by, i.created_at, i.ended_at, s.definition, p.total, p.done,
  p.exempt, p.unknown`;

export function toInitiative(row: InitiativeRow): StoredInitiative {
  const { definition } = row;
  return {
    id: row.id,
    title: row.title,
    description: row.description ?? undefined,
    scorecard: row.scorecard,
    scorecardTitle: definition?.metadata.title ?? row.scorecard,
    goal: row.goal,
    ownerRef: row.owner_ref,
    scope: row.scope,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    state: row.state,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString(),
    total: row.total,
    done: row.done,
    exempt: row.exempt,
    unknown: row.unknown,
    ownedRemaining: row.owned_remaining,
    definition: definition ?? undefined,
  };
}

/** As readers are answered. */
export function toWireInitiative(
  { definition, ...initiative }: StoredInitiative,
  { canManage }: { canManage: boolean },
): Initiative {
  return {
    ...initiative,
    ...goalFields(initiative.goal, definition),
    canManage,
  };
}
