import type {
  DifferenceKind,
  Differences,
} from '@atrium/plugin-entity-graph-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatNumber,
  ListBar,
  QueryState,
  RelativeTime,
  textStyles,
  useAddressChoice,
  ViewChoice,
} from '@atrium/ui';
import { Button } from '@backstage/ui';
import { RiNodeTree } from '@remixicon/react';
import { useDifferences, useDifferenceTotals } from '../../hooks/useGraphReads';
import { t } from '../../translation';
import { NodeName, NodeOwner } from '../list/HopTable';
import styles from './more.module.css';

type Difference = Differences['items'][number];

const KINDS: { id: DifferenceKind; title: string }[] = [
  {
    id: 'undeclared',
    get title() {
      return t('differencesView.observedNotDeclared');
    },
  },
  {
    id: 'unseen',
    get title() {
      return t('differencesView.declaredNeverObserved');
    },
  },
];

const SIDES: DataColumn<Difference>[] = [
  {
    get title() {
      return t('differencesView.from');
    },
    cell: ({ source }) => <NodeName node={source} />,
  },
  {
    get title() {
      return t('differencesView.owner');
    },
    cell: ({ source }) => <NodeOwner node={source} />,
  },
  {
    get title() {
      return t('differencesView.to');
    },
    cell: ({ target }) => <NodeName node={target} />,
  },
];

const COLUMNS: Record<DifferenceKind, DataColumn<Difference>[]> = {
  undeclared: [
    ...SIDES,
    {
      get title() {
        return t('differencesView.protocol');
      },
      cell: ({ edge }) =>
        edge.observations[0]?.protocol ?? t('differencesView.notKnown'),
    },
    {
      get title() {
        return t('differencesView.requestsPerMinute');
      },
      isNumber: true,
      cell: ({ edge }) => {
        const rate = edge.observations[0]?.requestsPerMinute;
        return rate === undefined
          ? t('differencesView.notMeasured')
          : formatNumber(rate);
      },
    },
    {
      get title() {
        return t('differencesView.lastSeen');
      },
      cell: ({ edge: { observations } }) =>
        observations[0] && (
          <RelativeTime instant={observations[0].observedAt} />
        ),
    },
    {
      get title() {
        return t('differencesView.reportedBy');
      },
      cell: ({ edge: { observations } }) => (
        <>
          {observations[0]?.reporter}
          <div className={textStyles.muted}>{observations[0]?.reportedBy}</div>
        </>
      ),
    },
  ],
  unseen: SIDES,
};

const EMPTY: Record<DifferenceKind, string> = {
  get undeclared() {
    return t('differencesView.everyCallThatWasObserved');
  },
  get unseen() {
    return t('differencesView.everyDeclaredDependencyOfWhat');
  },
};

/** How what teams declare and what their services call differ. */
export function DifferencesView({ owner }: { owner: string | undefined }) {
  const [chosen, choose] = useAddressChoice('differences', KINDS);
  const totals = useDifferenceTotals(owner);
  return (
    <>
      <div className={styles.kinds}>
        <ViewChoice
          label={t('differencesView.difference')}
          views={KINDS.map(({ id, title }) => ({
            id,
            title: totals.data
              ? `${title} (${formatNumber(totals.data.totals[id])})`
              : title,
          }))}
          chosen={chosen.id}
          onChoose={choose}
        />
      </div>
      <DifferenceTable
        // Differences of one kind are none of the other, however briefly.
        key={`${chosen.id} ${owner}`}
        kind={chosen.id}
        title={chosen.title}
        owner={owner}
      />
    </>
  );
}

function DifferenceTable(props: {
  kind: DifferenceKind;
  title: string;
  owner: string | undefined;
}) {
  const { kind, title, owner } = props;
  const totals = useDifferenceTotals(owner);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, ...found } =
    useDifferences({ kind, ownerRef: owner });
  return (
    <QueryState
      query={found}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <QueryState query={totals}>
          {({ observedSources }) => (
            <NoDifferences kind={kind} nothingSeen={observedSources === 0} />
          )}
        </QueryState>
      }
    >
      {({ items, totalItems }) => (
        <>
          <ListBar
            summary={shownWords({
              shown: items.length,
              totalItems,
              observedSources: totals.data?.observedSources,
            })}
          />
          <DataTable
            label={title}
            columns={COLUMNS[kind]}
            items={items}
            keyOf={({ edge }) => `${edge.source} ${edge.target}`}
          />
          {hasNextPage && (
            <div>
              <Button
                variant="secondary"
                size="small"
                isPending={isFetchingNextPage}
                onPress={() => void fetchNextPage()}
              >
                {t('differencesView.showMore')}
              </Button>
            </div>
          )}
        </>
      )}
    </QueryState>
  );
}

function NoDifferences(props: { kind: DifferenceKind; nothingSeen: boolean }) {
  const { kind, nothingSeen } = props;
  return (
    <EmptyState
      icon={<RiNodeTree />}
      title={
        nothingSeen
          ? t('differencesView.noCallsWereReported')
          : t('differencesView.noDifferences')
      }
      description={
        nothingSeen ? t('differencesView.tracingOrAServiceMesh') : EMPTY[kind]
      }
    />
  );
}

function shownWords(counts: {
  shown: number;
  totalItems: number;
  /** Undefined while that is not known. */
  observedSources: number | undefined;
}): string {
  const { shown, totalItems, observedSources } = counts;
  const values = {
    itemsCount: formatNumber(shown),
    totalItems: formatNumber(totalItems),
  };
  return observedSources === undefined
    ? t('differencesView.ofShown', values)
    : t('differencesView.ofShownEntitiesWereSeen', {
        ...values,
        count: observedSources,
      });
}
