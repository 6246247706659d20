import type { SecurityFinding } from '@atrium/plugin-scorecard-common';
import {
  type FindingKind,
  findingKindSchema,
  type FindingState,
  findingStateSchema,
} from '@atrium/plugin-scorecard-common';
import { toSeverity } from './severityRanks';

/** A row of `findings`, with what is worked out from it when it is read. */
export interface FindingRow {
  id: string;
  entity_ref: string;
  kind: string;
  rule_id: string;
  title: string;
  description: string | null;
  severity: number;
  score: string | null;
  aliases: string[];
  file: string | null;
  line: number | null;
  purl: string | null;
  package_name: string | null;
  package_version: string | null;
  fixed_in: string[];
  url: string | null;
  standing: string;
  tools: string[];
  first_seen_at: Date;
  last_seen_at: Date;
  due_at: Date | null;
  is_overdue: boolean | null;
  fixed_at: Date | null;
  fixed_commit: string | null;
  suppressed_at: Date | null;
  suppressed_until: Date | null;
  suppressed_by: string | null;
  suppression_reason: string | null;
}

/** A finding as it is sent. */
export function toFinding(row: FindingRow): SecurityFinding {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    kind: toKind(row.kind),
    ruleId: row.rule_id,
    title: row.title,
    description: row.description ?? undefined,
    severity: toSeverity(row.severity),
    score: row.score === null ? undefined : Number(row.score),
    aliases: row.aliases,
    file: row.file ?? undefined,
    line: row.line ?? undefined,
    purl: row.purl ?? undefined,
    packageName: row.package_name ?? undefined,
    packageVersion: row.package_version ?? undefined,
    fixedIn: row.fixed_in,
    url: row.url ?? undefined,
    state: toState(row.standing),
    suppression: toSuppression(row),
    tools: row.tools,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    dueAt: row.due_at?.toISOString(),
    isOverdue: row.is_overdue === true,
    fixedAt: row.fixed_at?.toISOString(),
    fixedCommit: row.fixed_commit ?? undefined,
  };
}

/** A state of the database, which holds no other. */
export function toState(state: string): FindingState {
  return findingStateSchema.parse(state);
}

function toKind(kind: string): FindingKind {
  return findingKindSchema.parse(kind);
}

function toSuppression(row: FindingRow): SecurityFinding['suppression'] {
  const { suppressed_at: at, suppressed_until: until } = row;
  return row.standing === 'suppressed' && at && until
    ? {
        reason: row.suppression_reason ?? '',
        by: row.suppressed_by ?? '',
        at: at.toISOString(),
        until: until.toISOString(),
      }
    : undefined;
}
