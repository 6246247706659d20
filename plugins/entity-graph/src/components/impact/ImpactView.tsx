import { RiDownloadLine } from '@remixicon/react';
import type {
  AffectedNode,
  AffectedTeam,
  Impact,
} from '@atrium/plugin-entity-graph-common';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  formatNumber,
  formatPercent,
  ListBar,
  QueryState,
  SafeLink,
  Section,
  textStyles,
  useTableSort,
} from '@atrium/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Button, Skeleton } from '@backstage/ui';
import {
  useExportImpact,
  useExportNotice,
  useImpact,
} from '../../hooks/useGraphReads';
import { REASON_WORDS, TIER_WORDS, titleOf } from '../../words/graphWords';
import { NODE_COLUMNS } from '../list/HopTable';
import { ReachSelect } from './ReachSelect';
import styles from './impact.module.css';

/** Props of {@link ImpactView}. */
export interface ImpactViewProps {
  entityRef: string;
  /** How many hops away. */
  reach: number;
  onReach(reach: number): void;
}

/** So many rows at once, or a phone shows a column that has no end. */
const ROWS_AT_ONCE = 25;

const TEAM_COLUMNS: DataColumn<AffectedTeam>[] = [
  {
    title: 'Team',
    cell: ({ ownerRef, title }) =>
      ownerRef ? (
        <EntityRefLink entityRef={ownerRef} hideIcon title={title} />
      ) : (
        'No owner'
      ),
  },
  { title: 'Affected', isNumber: true, cell: ({ entities }) => entities },
  { title: 'Heaviest', isNumber: true, cell: ({ weight }) => weight },
  {
    title: 'Contact',
    cell: ({ contacts }) =>
      contacts.length > 0 ? (
        <span className={styles.contacts}>
          {contacts.map(({ title, url }) => (
            <SafeLink key={url} href={url}>
              {title}
            </SafeLink>
          ))}
        </span>
      ) : (
        <span className={textStyles.muted}>Not in the catalog</span>
      ),
  },
];

const AFFECTED_COLUMNS: DataColumn<AffectedNode>[] = [
  {
    id: 'weight',
    title: 'Weight',
    sortBy: ({ weight }) => weight,
    cell: ({ weight }) => (
      <span className={styles.weight}>
        <span
          className={styles.bar}
          style={{ width: `${weight}%` }}
          aria-hidden="true"
        />
        <span className={styles.number}>{weight}</span>
      </span>
    ),
  },
  NODE_COLUMNS.name,
  NODE_COLUMNS.owner,
  NODE_COLUMNS.health,
  {
    title: 'Tier',
    cell: ({ tier }) =>
      tier ? (
        TIER_WORDS[tier]
      ) : (
        <span className={textStyles.muted}>Not set</span>
      ),
  },
  {
    id: 'budget',
    title: 'Error budget left',
    isNumber: true,
    sortBy: ({ facts }) => facts?.budgetRemaining ?? Infinity,
    cell: ({ facts }) =>
      facts?.budgetRemaining === undefined ? (
        <span className={textStyles.muted}>Not measured</span>
      ) : (
        formatPercent(facts.budgetRemaining)
      ),
  },
  NODE_COLUMNS.cost,
  NODE_COLUMNS.hops,
  {
    title: 'Why',
    cell: ({ reasons, via }) => (
      <>
        {reasons.map(reason => (
          <div key={reason} className={textStyles.nowrap}>
            {REASON_WORDS[reason]}
          </div>
        ))}
        {via.length > 0 && (
          <div className={textStyles.muted}>by way of {via.join(', ')}</div>
        )}
      </>
    ),
  },
];

/** If this fails: what fails with it, how much that matters, and whom to call. */
export function ImpactView({ entityRef, reach, onReach }: ImpactViewProps) {
  const query = { entityRef, hops: reach };
  const impact = useImpact(query);
  return (
    <>
      <ReachSelect reach={reach} onReach={onReach} />
      <QueryState
        query={impact}
        isEmpty={({ affected }) => affected.length === 0}
        empty={
          <EmptyState
            title="Nothing depends on it"
            description="No entity declares that it depends on this one, and no call to it was observed."
          />
        }
        loading={<Skeleton width="100%" height={320} />}
      >
        {data => <Affected impact={data} reach={reach} />}
      </QueryState>
    </>
  );
}

function Affected({ impact, reach }: { impact: Impact; reach: number }) {
  const { affected, entity, facts, leftOut, teams } = impact;
  const query = { entityRef: entity.entityRef, hops: reach };
  const { name } = parseEntityRef(entity.entityRef);
  const notice = useExportNotice(query, name);
  const csv = useExportImpact(query);
  const { sort, setSort } = useTableSort();
  return (
    <>
      {facts === 'unavailable' && (
        <Alert
          status="warning"
          title="Error budgets and cost are not available now"
          description="The order goes by tier and distance only."
        />
      )}
      <ListBar
        summary={`If ${titleOf(entity)} fails, ${count(
          affected.length + leftOut,
          ['entity', 'entities'],
        )} of ${count(teams.length, ['team', 'teams'])} can fail with it`}
      >
        {notice.error && (
          <span role="alert" className={textStyles.bad}>
            Not exported: {notice.error.message}
          </span>
        )}
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={notice.isPending}
          onPress={() => notice.mutate()}
        >
          Export change notice
        </Button>
        <CsvButton name={`impact-${name}`} readRows={() => csv.mutateAsync()} />
      </ListBar>
      <Section title="Teams to call">
        <DataTable
          label="Teams"
          columns={TEAM_COLUMNS}
          items={teams}
          keyOf={({ ownerRef = '' }) => ownerRef}
          step={ROWS_AT_ONCE}
        />
      </Section>
      <Section title="What can fail">
        <DataTable
          label="Affected entities"
          columns={AFFECTED_COLUMNS}
          items={affected}
          keyOf={({ entityRef }) => entityRef}
          sort={sort}
          onSort={setSort}
          step={ROWS_AT_ONCE}
        />
        <p className={textStyles.muted}>
          The weight goes from 0 to 100: up to 40 for the tier, 30 for the error
          budget that is spent, 20 for cost, 10 for nearness. What is not
          measured adds nothing.
        </p>
      </Section>
    </>
  );
}

function count(number: number, [one, many]: [string, string]): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}
