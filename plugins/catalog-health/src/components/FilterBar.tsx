import type { Problem } from '@atrium/plugin-catalog-health-common';
import { Select } from '@backstage/ui';
import { useOwnerTitles } from '../hooks/useOwnerTitles';
import type {
  ProblemFilterChanges,
  ProblemFilters,
} from '../hooks/useProblemFilters';
import { KIND_WORDS } from '../words/kindWords';
import styles from './catalogHealth.module.css';

const ANY = '';

/** Props of {@link FilterBar}. */
export interface FilterBarProps {
  problems: Problem[];
  filters: ProblemFilters;
  onChange(changes: ProblemFilterChanges): void;
}

/** Narrows the list of problems to a team, a kind or a repository. */
export function FilterBar({ problems, filters, onChange }: FilterBarProps) {
  const owners = distinct(problems.map(({ ownerRef }) => ownerRef));
  const titles = useOwnerTitles(owners);
  const choices = [
    {
      name: 'owner',
      label: 'Team',
      any: 'Any team',
      options: owners.map(ref => ({
        value: ref,
        label: titles.get(ref) ?? ref,
      })),
    },
    {
      name: 'kind',
      label: 'Problem',
      any: 'Any problem',
      options: distinct(problems.map(({ kind }) => kind)).map(kind => ({
        value: kind,
        label: KIND_WORDS[kind],
      })),
    },
    {
      name: 'repository',
      label: 'Repository',
      any: 'Any repository',
      options: distinct(problems.map(({ repository }) => repository)).map(
        repository => ({ value: repository, label: repository }),
      ),
    },
  ] as const;
  return (
    <div className={styles.filters}>
      {choices.map(({ name, label, any, options }) => (
        <Select
          key={name}
          aria-label={label}
          size="small"
          options={[
            { value: ANY, label: any },
            ...withChosen(options, filters[name]),
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

function distinct<T extends string>(values: T[]): T[] {
  return [...new Set(values)].sort();
}

/** An address may name what is mended by now: it stays to be seen. */
function withChosen(
  options: { value: string; label: string }[],
  chosen: string | undefined,
) {
  return !chosen || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];
}
