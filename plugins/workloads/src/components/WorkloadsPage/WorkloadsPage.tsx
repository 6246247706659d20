import { z } from 'zod';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { RiServerLine } from '@remixicon/react';
import {
  EmptyState,
  PageBody,
  QueryState,
  TilesSkeleton,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import type { WorkloadSummary } from '@atrium/plugin-workloads-common';
import { useWorkloadSummary } from '../../hooks/useWorkloadSummary';
import { t } from '../../translation';
import { ClusterNotices } from '../shared/ClusterNotices';
import { ApiVersions } from './ApiVersions';
import { OwnerTable } from './OwnerTable';
import { SummaryTiles } from './SummaryTiles';
import { WorkloadList } from './WorkloadList';
import styles from './WorkloadsPage.module.css';

const addressSchema = z.object({
  view: z.string().default('workloads'),
  sort: z.string().optional(),
});

const VIEWS = [
  {
    id: 'workloads',
    get title() {
      return t('workloadsPage.workloads');
    },
    View: WorkloadList,
  },
  {
    id: 'owners',
    get title() {
      return t('workloadsPage.byOwner');
    },
    View: OwnerTable,
  },
  {
    id: 'apis',
    get title() {
      return t('workloadsPage.apiVersions');
    },
    View: ApiVersions,
  },
];

/** What runs in all clusters, and what the platform team should see to. */
export function WorkloadsPage() {
  const summary = useWorkloadSummary();
  return (
    <PageBody>
      <QueryState
        query={summary}
        isEmpty={({ clusters }) => clusters.length === 0}
        empty={
          <EmptyState
            icon={<RiServerLine />}
            title={t('workloadsPage.noClusterIsConfigured')}
            description={t('workloadsPage.nameYourClustersUnderKubernetes')}
          />
        }
        loading={
          <>
            <TilesSkeleton className={styles.tiles} count={6} />
            <ViewSkeleton height={560} />
          </>
        }
      >
        {data => (
          <>
            <SummaryTiles summary={data} />
            <ClusterNotices clusters={data.clusters} />
            <Views summary={data} />
          </>
        )}
      </QueryState>
    </PageBody>
  );
}

function Views({ summary }: { summary: WorkloadSummary }) {
  const [address, change] = useAddressState(addressSchema);
  const view = VIEWS.find(({ id }) => id === address.view) ?? VIEWS[0];
  return (
    <Tabs
      selectedKey={view.id}
      onSelectionChange={key =>
        // The sort names a column of the table that one leaves.
        change({ view: String(key), sort: undefined })
      }
    >
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
            <View summary={summary} />
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
}
