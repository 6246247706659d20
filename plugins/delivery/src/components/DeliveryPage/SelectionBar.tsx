import type { ServiceSelection } from '@atrium/plugin-delivery-common';
import { FilterSelect, useEntityTitles } from '@atrium/ui';
import { useSelectionChoices } from '../../hooks/useSelection';
import type { Team } from '../../hooks/useTeams';
import { t } from '../../translation';
import styles from './DeliveryPage.module.css';

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
  const systemTitles = useEntityTitles(data?.systemRefs ?? []);
  const filters = [
    {
      name: 'ownerRef',
      label: t('selectionBar.team'),
      anyLabel: t('selectionBar.allTeams'),
      options: teams.map(({ entityRef, title }) => ({
        value: entityRef,
        label: title,
      })),
    },
    {
      name: 'systemRef',
      label: t('selectionBar.system'),
      anyLabel: t('selectionBar.allSystems'),
      options: [...systemTitles].map(([value, label]) => ({ value, label })),
    },
    {
      name: 'lifecycle',
      label: t('selectionBar.lifecycle'),
      anyLabel: t('selectionBar.anyLifecycle'),
      options: (data?.lifecycles ?? []).map(value => ({ value, label: value })),
    },
  ] as const;
  return (
    <>
      {filters.map(({ name, ...filter }) => (
        <div key={name} className={styles.filter}>
          <FilterSelect
            {...filter}
            value={selection[name]}
            onChange={value => onSelect(name, value)}
          />
        </div>
      ))}
    </>
  );
}
