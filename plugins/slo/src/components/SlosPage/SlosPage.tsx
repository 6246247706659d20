import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { PageBody, useAddressChoice } from '@atrium/ui';
import { useSloFilters } from '../../hooks/useSloFilters';
import { useSloSignals } from '../../hooks/sloHooks';
import { t } from '../../translation';
import { CurrentState } from './CurrentState';
import { FilterBar } from './FilterBar';
import { WeekMap } from './WeekMap';
import styles from './SlosPage.module.css';

const VIEWS = [
  {
    id: 'now',
    get title() {
      return t('slosPage.now');
    },
  },
  {
    id: 'weeks',
    get title() {
      return t('slosPage.weekByWeek');
    },
  },
] as const;

/** How all SLOs stand, those at risk first, and how they did week by week. */
export function SlosPage() {
  const [filters, set] = useSloFilters();
  const [view, setView] = useAddressChoice('view', VIEWS);
  useSloSignals();
  return (
    <PageBody>
      <div className={styles.bar}>
        <ToggleButtonGroup
          aria-label={t('slosPage.view')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view.id]}
          onSelectionChange={([id]) => setView(id)}
        >
          {VIEWS.map(({ id, title }) => (
            <ToggleButton key={id} id={id} size="small">
              {title}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <FilterBar
          filters={filters}
          hasOrder={view.id === 'now'}
          onChange={set}
        />
      </div>
      {view.id === 'now' ? (
        <CurrentState filters={filters} onChange={set} />
      ) : (
        <WeekMap filters={filters} onChange={set} />
      )}
    </PageBody>
  );
}
