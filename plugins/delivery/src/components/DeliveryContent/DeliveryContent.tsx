import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useAddressChoice } from '@atrium/ui';
import { useDeliverySignals } from '../../hooks/deliveryHooks';
import { DoraSection } from '../DoraSection/DoraSection';
import { ChangeList } from './ChangeList';
import { ClaimNotices } from './ClaimNotices';
import { DeploymentList } from './DeploymentList';
import { EnvironmentStrip } from './EnvironmentStrip';
import { IncidentList } from './IncidentList';
import { RunList } from './RunList';
import styles from './DeliveryContent.module.css';

const VIEWS = [
  { id: 'runs', title: 'Runs', View: RunList },
  { id: 'deployments', title: 'Deployments', View: DeploymentList },
  { id: 'changes', title: 'Changes', View: ChangeList },
  { id: 'incidents', title: 'Incidents', View: IncidentList },
  { id: 'metrics', title: 'Metrics', View: DoraSection },
];

/** The delivery of one component: what runs where, and how it came there. */
export function DeliveryContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [view, setView] = useAddressChoice('view', VIEWS);
  useDeliverySignals(entityRef);
  return (
    <div className={styles.content}>
      <ClaimNotices entityRef={entityRef} />
      <EnvironmentStrip entityRef={entityRef} />
      <Tabs selectedKey={view.id} onSelectionChange={setView}>
        <TabList>
          {VIEWS.map(({ id, title }) => (
            <Tab key={id} id={id}>
              {title}
            </Tab>
          ))}
        </TabList>
        {VIEWS.map(({ id, View }) => (
          <TabPanel key={id} id={id}>
            <div className={styles.view}>
              <View entityRef={entityRef} />
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
