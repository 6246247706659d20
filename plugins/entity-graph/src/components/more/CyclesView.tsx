import { Fragment } from 'react';
import { RiArrowRightLine, RiNodeTree } from '@remixicon/react';
import type { Cycles } from '@atrium/plugin-entity-graph-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  ListBar,
  QueryState,
} from '@atrium/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useCycles } from '../../hooks/useGraphReads';
import { t } from '../../translation';
import { ownerOf, titleOf } from '../../words/graphWords';
import styles from './more.module.css';

type Cycle = Cycles['items'][number];

const COLUMNS: DataColumn<Cycle>[] = [
  {
    get title() {
      return t('cyclesView.dependOnEachOther');
    },
    cell: cycle => <Circle cycle={cycle} />,
  },
  {
    get title() {
      return t('cyclesView.entities');
    },
    isNumber: true,
    cell: ({ size }) => size,
  },
  {
    get title() {
      return t('cyclesView.owners');
    },
    cell: ({ nodes }) => [...new Set(nodes.map(ownerOf))].join(', '),
  },
];

/** Entities that depend on themselves by way of others. */
export function CyclesView() {
  const cycles = useCycles();
  return (
    <QueryState
      query={cycles}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          icon={<RiNodeTree />}
          title={t('cyclesView.noCycles')}
          description={t('cyclesView.noEntityDependsOnItself')}
        />
      }
    >
      {({ items, totalItems }) => (
        <>
          <ListBar summary={t('cyclesView.cycles', { count: totalItems })} />
          <DataTable
            label={t('cyclesView.cycles2')}
            columns={COLUMNS}
            items={items}
            keyOf={({ nodes }) => nodes.map(one => one.entityRef).join()}
          />
        </>
      )}
    </QueryState>
  );
}

function Circle({ cycle }: { cycle: Cycle }) {
  const entityLink = useEntityRefLink();
  const [first] = cycle.nodes;
  return (
    <span className={styles.cycle}>
      {cycle.nodes.map(node => (
        <Fragment key={node.entityRef}>
          <Link href={entityLink(node.entityRef)}>{titleOf(node)}</Link>
          <RiArrowRightLine size={14} aria-hidden="true" />
        </Fragment>
      ))}
      {first && <span>{titleOf(first)}</span>}
    </span>
  );
}
