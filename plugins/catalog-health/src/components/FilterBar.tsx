import type { Problem } from '@atrium/plugin-catalog-health-common';
import { FilterRow, FilterSelect, useEntityTitles } from '@atrium/ui';
import type {
  ProblemFilterChanges,
  ProblemFilters,
} from '../hooks/useProblemFilters';
import { t } from '../translation';
import { KIND_WORDS } from '../words/kindWords';

/** Props of {@link FilterBar}. */
export interface FilterBarProps {
  problems: Problem[];
  filters: ProblemFilters;
  onChange(changes: ProblemFilterChanges): void;
}

/** Narrows the list of problems to a team, a kind or a repository. */
export function FilterBar({ problems, filters, onChange }: FilterBarProps) {
  const titles = useEntityTitles(
    distinct(problems.map(({ ownerRef }) => ownerRef)),
  );
  return (
    <FilterRow>
      <FilterSelect
        label={t('filterBar.team')}
        anyLabel={t('filterBar.anyTeam')}
        options={[...titles].map(([value, label]) => ({ value, label }))}
        value={filters.owner}
        onChange={owner => onChange({ owner })}
      />
      <FilterSelect
        label={t('filterBar.problem')}
        anyLabel={t('filterBar.anyProblem')}
        options={distinct(problems.map(({ kind }) => kind)).map(kind => ({
          value: kind,
          label: KIND_WORDS[kind],
        }))}
        value={filters.kind}
        onChange={kind => onChange({ kind })}
      />
      <FilterSelect
        label={t('filterBar.repository')}
        anyLabel={t('filterBar.anyRepository')}
        options={distinct(problems.map(({ repository }) => repository)).map(
          repository => ({ value: repository, label: repository }),
        )}
        value={filters.repository}
        onChange={repository => onChange({ repository })}
      />
    </FilterRow>
  );
}

function distinct<T extends string>(values: T[]): T[] {
  return [...new Set(values)].sort();
}
