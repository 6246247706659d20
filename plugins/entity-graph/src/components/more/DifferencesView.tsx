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
import { useDifferences, useDifferenceTotals } from '../../hooks/useGraphReads';
import { NodeName, NodeOwner } from '../list/HopTable';
import styles from './more.module.css';

type Difference = Differences['items'][number];

const KINDS: { id: DifferenceKind; title: string }[] = [
  { id: 'undeclared', title: 'Observed, not declared' },
  { id: 'unseen', title: 'Declared, never observed' },
];

const SIDES: DataColumn<Difference>[] = [
  { title: 'From', cell: ({ source }) => <NodeName node={source} /> },
  { title: 'Owner', cell: ({ source }) => <NodeOwner node={source} /> },
  { title: 'To', cell: ({ target }) => <NodeName node={target} /> },
];

const COLUMNS: Record<DifferenceKind, DataColumn<Difference>[]> = {
  undeclared: [
    ...SIDES,
    {
      title: 'Protocol',
      cell: ({ edge }) => edge.observations[0]?.protocol ?? 'Not known',
    },
    {
      title: 'Requests per minute',
      isNumber: true,
      cell: ({ edge }) => {
        const rate = edge.observations[0]?.requestsPerMinute;
        return rate === undefined ? 'Not measured' : formatNumber(rate);
      },
    },
    {
      title: 'Last seen',
      cell: ({ edge: { observations } }) =>
        observations[0] && (
          <RelativeTime instant={observations[0].observedAt} />
        ),
    },
    {
      title: 'Reported by',
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
  undeclared:
    'Every call that was observed is declared in a catalog-info.yaml.',
  unseen: 'Every declared dependency of what was observed was seen.',
};

/** How what teams declare and what their services call differ. */
export function DifferencesView({ owner }: { owner: string | undefined }) {
  const [chosen, choose] = useAddressChoice('differences', KINDS);
  const query = { kind: chosen.id, owner };
  const totals = useDifferenceTotals(query);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, ...found } =
    useDifferences(query);
  const nothingSeen = totals.data?.observedSources === 0;
  return (
    <>
      <div className={styles.kinds}>
        <ViewChoice
          label="Difference"
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
      <QueryState
        query={found}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={nothingSeen ? 'No calls were reported' : 'No differences'}
            description={
              nothingSeen
                ? 'Tracing or a service mesh can report which services call each other; the operators guide says how.'
                : EMPTY[chosen.id]
            }
          />
        }
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={`${formatNumber(items.length)} of ${formatNumber(
                totalItems,
              )} shown; ${formatNumber(
                totals.data?.observedSources ?? 0,
              )} entities were seen calling others`}
            />
            <DataTable
              label={chosen.title}
              columns={COLUMNS[chosen.id]}
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
                  Show more
                </Button>
              </div>
            )}
          </>
        )}
      </QueryState>
    </>
  );
}
