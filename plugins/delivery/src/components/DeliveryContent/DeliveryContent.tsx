import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useAddressChoice } from '@atrium/ui';
import { useDeliverySignals } from '../../hooks/deliveryHooks';
import { t } from '../../translation';
import { DoraSection } from '../DoraSection/DoraSection';
import { ChangeList } from './ChangeList';
import { ClaimNotices } from './ClaimNotices';
import { DeploymentList } from './DeploymentList';
import { EnvironmentStrip } from './EnvironmentStrip';
import { IncidentList } from './IncidentList';
import { RunList } from './RunList';
import styles from './DeliveryContent.module.css';

const VIEWS = [
  {
    id: 'runs',
    get title() {
      return t('deliveryContent.runs');
    },
    View: RunList,
  },
  {
    id: 'deployments',
    get title() {
      return t('deliveryContent.deployments');
    },
    View: DeploymentList,
  },
  {
    id: 'changes',
    get title() {
      return t('deliveryContent.changes');
    },
    View: ChangeList,
  },
  {
    id: 'incidents',
    get title() {
      return t('deliveryContent.incidents');
    },
    View: IncidentList,
  },
  {
    id: 'metrics',
    get title() {
      return t('deliveryContent.metrics');
    },
    View: DoraSection,
  },
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
