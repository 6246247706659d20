import { SearchField, Select } from '@backstage/ui';
import { formatNumber } from '@atrium/ui';
import {
  workloadProblemSchema,
  type WorkloadSummary,
} from '@atrium/plugin-workloads-common';
import { useOwnerTitles } from '../../hooks/useOwnerTitles';
import { UNOWNED, type WorkloadFilters } from '../../hooks/useWorkloadFilters';
import { PROBLEM_WORDS } from './problemWords';
import styles from './WorkloadsPage.module.css';

const ANY = '';

/** Props of {@link FilterBar}. */
export interface FilterBarProps {
  summary: WorkloadSummary;
  filters: WorkloadFilters;
  onChange(changes: Record<string, string | undefined>): void;
}

/** Narrows the list of workloads. */
export function FilterBar({ summary, filters, onChange }: FilterBarProps) {
  const owners = useOwnerTitles(summary.owners.map(({ ownerRef }) => ownerRef));
  const choices = [
    {
      name: 'owner',
      label: 'Owner',
      any: 'Any owner',
      options: [...owners].sort(([, a], [, b]) => a.localeCompare(b, 'en')),
    },
    {
      name: 'cluster',
      label: 'Cluster',
      any: 'Any cluster',
      options: summary.clusters.map(
        ({ cluster, title }) => [cluster, title ?? cluster] as const,
      ),
    },
    {
      name: 'namespace',
      label: 'Namespace',
      any: 'Any namespace',
      options: namespacesOf(summary, filters.cluster),
    },
    {
      name: 'problem',
      label: 'Problem',
      any: 'Any state',
      options: [...workloadProblemSchema.options, UNOWNED].map(
        problem =>
          [
            problem,
            `${PROBLEM_WORDS[problem]} (${formatNumber(
              problem === UNOWNED ? summary.unowned : summary.problems[problem],
            )})`,
          ] as const,
      ),
    },
  ] as const;
  return (
    <div className={styles.filters}>
      <SearchField
        aria-label="Name"
        placeholder="Name or namespace"
        size="small"
        value={filters.name ?? ANY}
        onChange={name => onChange({ name: name || undefined })}
      />
      {choices.map(({ name, label, any, options }) => (
        <Select
          key={name}
          aria-label={label}
          size="small"
          options={[
            { value: ANY, label: any },
            ...withChosen(options, filters[name]).map(
              ([value, optionLabel]) => ({ value, label: optionLabel }),
            ),
          ]}
          value={filters[name] ?? ANY}
          onChange={value =>
            onChange({ [name]: value ? String(value) : undefined })
          }
        />
      ))}
    </div>
  );
}

/** An address may name what the clusters no longer have: it stays to be seen. */
function withChosen(
  options: readonly (readonly [value: string, label: string])[],
  chosen: string | undefined,
): readonly (readonly [value: string, label: string])[] {
  return !chosen || options.some(([value]) => value === chosen)
    ? options
    : [...options, [chosen, chosen]];
}

function namespacesOf(summary: WorkloadSummary, cluster: string | undefined) {
  const names = summary.namespaces
    .filter(item => !cluster || item.cluster === cluster)
    .map(({ namespace }) => namespace);
  return [...new Set(names)].sort().map(name => [name, name] as const);
}
