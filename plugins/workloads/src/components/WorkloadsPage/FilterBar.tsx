import { SearchField } from '@backstage/ui';
import {
  FilterRow,
  FilterSelect,
  formatNumber,
  useEntityTitles,
} from '@atrium/ui';
import {
  workloadProblemSchema,
  type WorkloadSummary,
} from '@atrium/plugin-workloads-common';
import { UNOWNED, type WorkloadFilters } from '../../hooks/useWorkloadFilters';
import { t } from '../../translation';
import { PROBLEM_WORDS } from './problemWords';

/** Props of {@link FilterBar}. */
export interface FilterBarProps {
  summary: WorkloadSummary;
  filters: WorkloadFilters;
  onChange(changes: Record<string, string | undefined>): void;
}

/** Narrows the list of workloads. */
export function FilterBar({ summary, filters, onChange }: FilterBarProps) {
  const owners = useEntityTitles(
    summary.owners.map(({ ownerRef }) => ownerRef),
  );
  const choices = [
    {
      name: 'owner',
      label: t('filterBar.owner'),
      anyLabel: t('filterBar.anyOwner'),
      options: [...owners]
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en')),
    },
    {
      name: 'cluster',
      label: t('filterBar.cluster'),
      anyLabel: t('filterBar.anyCluster'),
      options: summary.clusters.map(({ cluster, title }) => ({
        value: cluster,
        label: title ?? cluster,
      })),
    },
    {
      name: 'namespace',
      label: t('filterBar.namespace'),
      anyLabel: t('filterBar.anyNamespace'),
      options: namespacesOf(summary, filters.cluster),
    },
    {
      name: 'problem',
      label: t('filterBar.problem'),
      anyLabel: t('filterBar.anyState'),
      options: [...workloadProblemSchema.options, UNOWNED].map(problem => ({
        value: problem,
        label: `${PROBLEM_WORDS[problem]} (${formatNumber(
          problem === UNOWNED ? summary.unowned : summary.problems[problem],
        )})`,
      })),
    },
  ] as const;
  return (
    <FilterRow>
      <SearchField
        aria-label={t('filterBar.name')}
        placeholder={t('filterBar.nameOrNamespace')}
        size="small"
        value={filters.name ?? ''}
        onChange={name => onChange({ name: name || undefined })}
      />
      {choices.map(({ name, ...choice }) => (
        <FilterSelect
          key={name}
          {...choice}
          value={filters[name]}
          onChange={value => onChange({ [name]: value })}
        />
      ))}
    </FilterRow>
  );
}

function namespacesOf(summary: WorkloadSummary, cluster: string | undefined) {
  const names = summary.namespaces
    .filter(item => !cluster || item.cluster === cluster)
    .map(({ namespace }) => namespace);
  return [...new Set(names)].sort().map(name => ({ value: name, label: name }));
}
