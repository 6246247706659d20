import type { CsvColumns } from '@atrium/backend-common';
import type {
  CheckHealth,
  ScorecardDetails,
} from '@atrium/plugin-scorecard-common';

interface CheckRow {
  check: ScorecardDetails['checks'][number];
  health: CheckHealth | undefined;
}

/** The columns of `GET /checks.csv`. */
export const checkCsv: CsvColumns<CheckRow> = {
  Name: ({ check }) => check.name,
  Title: ({ check }) => check.title,
  Level: ({ check }) => check.level,
  Weight: ({ check }) => check.weight,
  Category: ({ check }) => check.category,
  Effort: ({ check }) => check.effort,
  Owner: ({ check }) => check.owner,
  Expression: ({ check }) => check.expression,
  'Applies to': ({ check }) => check.appliesTo,
  'Counts from': ({ check }) => check.countsFrom,
  Pass: ({ health }) => health?.pass,
  Fail: ({ health }) => health?.fail,
  Unknown: ({ health }) => health?.unknown,
  Exempt: ({ health }) => health?.exempt,
  'Not applicable': ({ health }) => health?.notApplicable,
  'Changes in 8 weeks': ({ health }) => health?.changes,
  Verdict: ({ health }) => health?.verdict,
};

/** The checks of a scorecard with how each does as a rule. */
export function toCheckRows({ checks, health }: ScorecardDetails): CheckRow[] {
  const byName = new Map(health.map(one => [one.check, one]));
  return checks.map(check => ({ check, health: byName.get(check.name) }));
}
