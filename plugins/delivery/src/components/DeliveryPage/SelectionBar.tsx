import type { ServiceSelection } from '@atrium/plugin-delivery-common';
import { Skeleton } from '@backstage/ui';
import { FilterSelect, useEntityTitles } from '@atrium/ui';
import { useSelectionChoices } from '../../hooks/useSelection';
import type { Team } from '../../hooks/useTeams';
import { t } from '../../translation';
import styles from './DeliveryPage.module.css';

/** Props of {@link SelectionBar}. */
export interface SelectionBarProps {
  /** Absent until it is known whose services are meant. */
  teams: Team[] | undefined;
  selection: ServiceSelection;
  /** Of an owner who is no team, such as a department. */
  ownerTitles: ReadonlyMap<string, string>;
  onSelect(name: keyof ServiceSelection, value: string | undefined): void;
}

/** Selects services by team, system and lifecycle. */
export function SelectionBar(props: SelectionBarProps) {
  const { teams = [], selection, ownerTitles, onSelect } = props;
  const { ownerRef } = selection;
  const isTeam = teams.some(({ entityRef }) => entityRef === ownerRef);
  const { data } = useSelectionChoices();
  const systemTitles = useEntityTitles(data?.systemRefs ?? []);
  const filters = [
    {
      name: 'ownerRef',
      label: t('selectionBar.team'),
      anyLabel: t('selectionBar.allTeams'),
      options: [
        ...(ownerRef && !isTeam
          ? [{ value: ownerRef, label: ownerTitles.get(ownerRef) ?? ownerRef }]
          : []),
        ...teams.map(({ entityRef, title }) => ({
          value: entityRef,
          label: title,
        })),
      ],
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
          {name === 'ownerRef' && !props.teams ? (
            <Skeleton width={180} height={32} />
          ) : (
            <FilterSelect
              {...filter}
              value={selection[name]}
              onChange={value => onSelect(name, value)}
            />
          )}
        </div>
      ))}
    </>
  );
}
