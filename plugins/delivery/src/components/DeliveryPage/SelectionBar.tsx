import { Select } from '@backstage/ui';
import type { ServiceSelection } from '@atrium/plugin-delivery-common';
import { useSelectionChoices } from '../../hooks/useSelection';
import type { Team } from '../../hooks/useTeams';
import styles from './DeliveryPage.module.css';

const ALL = 'all';

/** Props of {@link SelectionBar}. */
export interface SelectionBarProps {
  teams: Team[];
  selection: ServiceSelection;
  onSelect(name: keyof ServiceSelection, value: string | undefined): void;
}

/** Selects services by team, system and lifecycle. */
export function SelectionBar(props: SelectionBarProps) {
  const { teams, selection, onSelect } = props;
  const { data } = useSelectionChoices();
  const filters: Filter[] = [
    {
      name: 'ownerRef',
      label: 'Team',
      all: 'All teams',
      choices: teams.map(({ entityRef, title }) => ({
        value: entityRef,
        label: title,
      })),
    },
    {
      name: 'systemRef',
      label: 'System',
      all: 'All systems',
      choices: (data?.systemRefs ?? []).map(value => ({
        value,
        label: value.slice(value.indexOf('/') + 1),
      })),
    },
    {
      name: 'lifecycle',
      label: 'Lifecycle',
      all: 'Any lifecycle',
      choices: (data?.lifecycles ?? []).map(value => ({
        value,
        label: value,
      })),
    },
  ];
  return (
    <>
      {filters.map(({ name, label, all, choices }) => (
        <div key={name} className={styles.filter}>
          <Select
            aria-label={label}
            size="small"
            options={[{ value: ALL, label: all }, ...choices]}
            value={selection[name] ?? ALL}
            onChange={value =>
              onSelect(name, value === ALL ? undefined : String(value))
            }
          />
        </div>
      ))}
    </>
  );
}

interface Filter {
  name: keyof ServiceSelection;
  label: string;
  all: string;
  choices: { value: string; label: string }[];
}
