import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useAddressChoice } from '@atrium/ui';
import { t } from '../../translation';
import { RuntimeContent } from './RuntimeContent';

/** What another plugin has to say about what runs. */
export interface RuntimeView {
  /** Names it in the address. */
  id: string;
  title: string;
  element: ReactNode;
}

/** The tab of the stock plugin, of which we know what it has to show. */
const LOGS_VIEW = 'kubernetes';

/** Props of {@link RuntimeTab}. */
export interface RuntimeTabProps {
  /** Beside the workloads, one at a time. */
  views: RuntimeView[];
}

/** All about what runs, on one tab: workloads first, then what plugins add. */
export function RuntimeTab({ views }: RuntimeTabProps) {
  const all = [
    {
      id: 'workloads',
      title: t('runtimeTab.workloads'),
      element: <RuntimeContent />,
    },
    ...views.map(view => ({
      ...view,
      title:
        view.id === LOGS_VIEW ? t('placeDetails.logsAndManifests') : view.title,
    })),
  ];
  const [view, setView] = useAddressChoice('view', all);
  return views.length === 0 ? (
    <RuntimeContent />
  ) : (
    <Tabs selectedKey={view.id} onSelectionChange={setView}>
      <TabList>
        {all.map(({ id, title }) => (
          <Tab key={id} id={id}>
            {title}
          </Tab>
        ))}
      </TabList>
      {all.map(({ id, element }) => (
        <TabPanel key={id} id={id}>
          {element}
        </TabPanel>
      ))}
    </Tabs>
  );
}
