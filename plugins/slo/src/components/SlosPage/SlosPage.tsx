import { useSearchParams } from 'react-router-dom';
import { Container, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useSloFilters } from '../../hooks/useSloFilters';
import { useSloSignals } from '../../hooks/useSloSignals';
import { CurrentState } from './CurrentState';
import { FilterBar } from './FilterBar';
import { WeekMap } from './WeekMap';
import styles from './SlosPage.module.css';

const NOW = 'now';
const WEEKS = 'weeks';

/** How all SLOs stand, those at risk first, and how they did week by week. */
export function SlosPage() {
  const { filters, set } = useSloFilters();
  const [params, setParams] = useSearchParams();
  const view = params.get('view') === WEEKS ? WEEKS : NOW;
  useSloSignals();
  return (
    <Container className={styles.page}>
      <FilterBar filters={filters} hasOrder={view === NOW} onChange={set} />
      <Tabs
        className={styles.tabs}
        selectedKey={view}
        onSelectionChange={key =>
          setParams(
            before => {
              const after = new URLSearchParams(before);
              after.set('view', String(key));
              return after;
            },
            { replace: true },
          )
        }
      >
        <TabList>
          <Tab id={NOW}>Now</Tab>
          <Tab id={WEEKS}>Week by week</Tab>
        </TabList>
        <TabPanel id={NOW}>
          <div className={styles.view}>
            <CurrentState filters={filters} onChange={set} />
          </div>
        </TabPanel>
        <TabPanel id={WEEKS}>
          <div className={styles.view}>
            <WeekMap filters={filters} />
          </div>
        </TabPanel>
      </Tabs>
    </Container>
  );
}
