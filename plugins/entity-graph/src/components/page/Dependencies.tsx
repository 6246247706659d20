import { useAddressChoice, ViewChoice } from '@atrium/ui';
import { useGraphAddress } from '../../hooks/useGraphAddress';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { t } from '../../translation';
import { ImpactView } from '../impact/ImpactView';
import { RelianceView } from '../impact/RelianceView';
import { CyclesView } from '../more/CyclesView';
import { DifferencesView } from '../more/DifferencesView';
import { PathView } from '../more/PathView';
import { GraphView } from './GraphView';
import styles from './page.module.css';

const GRAPH_VIEWS = [
  {
    id: 'map',
    get title() {
      return t('dependencies.map');
    },
  },
  {
    id: 'list',
    get title() {
      return t('dependencies.list');
    },
  },
];
const ENTITY_VIEWS = [
  {
    id: 'impact',
    get title() {
      return t('dependencies.ifItFails');
    },
  },
  {
    id: 'reliance',
    get title() {
      return t('dependencies.reliesOn');
    },
  },
];
const PAGE_VIEWS = [
  {
    id: 'path',
    get title() {
      return t('dependencies.path');
    },
  },
  {
    id: 'cycles',
    get title() {
      return t('dependencies.cycles');
    },
  },
  {
    id: 'differences',
    get title() {
      return t('dependencies.declaredAndObserved');
    },
  },
];

/** Props of {@link Dependencies}. */
export interface DependenciesProps {
  /** The entity that it is all about; chosen in the page without it. */
  entityRef?: string;
}

/** All that can be asked about what depends on what. */
export function Dependencies({ entityRef }: DependenciesProps) {
  const [address, change] = useGraphAddress();
  const focusRef = entityRef ?? address.entity;
  // On a phone one reads a list.
  const graphViews = useIsNarrow() ? GRAPH_VIEWS.toReversed() : GRAPH_VIEWS;
  const views = [
    ...graphViews,
    ...(focusRef ? ENTITY_VIEWS : []),
    ...(entityRef ? [] : PAGE_VIEWS),
  ];
  const [view] = useAddressChoice('view', views);
  const reach = {
    reach: address.reach,
    onReach: (hops: number) => change({ reach: String(hops) }),
  };
  return (
    <div className={styles.body}>
      <ViewChoice
        views={views}
        chosen={view.id}
        onChoose={id => change({ view: String(id) })}
      />
      {focusRef && view.id === 'impact' && (
        <ImpactView entityRef={focusRef} {...reach} />
      )}
      {focusRef && view.id === 'reliance' && (
        <RelianceView entityRef={focusRef} {...reach} />
      )}
      {view.id === 'path' && (
        <PathView
          from={address.from ?? address.entity}
          to={address.to}
          onChange={change}
        />
      )}
      {view.id === 'cycles' && <CyclesView />}
      {view.id === 'differences' && <DifferencesView owner={address.owner} />}
      {(view.id === 'map' || view.id === 'list') && (
        <GraphView
          address={address}
          onChange={change}
          focusRef={focusRef}
          canFocus={!entityRef}
          isMap={view.id === 'map'}
        />
      )}
    </div>
  );
}
