import { RiDownloadLine, RiNodeTree } from '@remixicon/react';
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
  errorMessage,
  formatBudgetLeft,
  ListBar,
  QueryState,
  SafeLink,
  Section,
  textStyles,
  toCssPercent,
  useTableSort,
  ViewSkeleton,
} from '@atrium/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Button, Link } from '@backstage/ui';
import {
  useExportImpact,
  useExportNotice,
  useImpact,
} from '../../hooks/useGraphReads';
import { t } from '../../translation';
import { REASON_WORDS, titleOf } from '../../words/graphWords';
import { costColumn, NODE_COLUMNS } from '../list/HopTable';
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
    get title() {
      return t('impactView.team');
    },
    cell: ({ ownerRef, title }) =>
      ownerRef ? (
        <EntityRefLink entityRef={ownerRef} hideIcon title={title} />
      ) : (
        t('impactView.noOwner')
      ),
  },
  {
    get title() {
      return t('impactView.affected');
    },
    isNumber: true,
    cell: ({ entities }) => entities,
  },
  {
    get title() {
      return t('impactView.heaviest');
    },
    isNumber: true,
    cell: ({ weight }) => weight,
  },
  {
    get title() {
      return t('impactView.contact');
    },
    cell: ({ contacts }) =>
      contacts.length > 0 ? (
        <span className={styles.contacts}>
          {contacts.map(({ title, url }) =>
            url.startsWith('mailto:') ? (
              <Link key={url} href={url}>
                {title}
              </Link>
            ) : (
              <SafeLink key={url} href={url}>
                {title}
              </SafeLink>
            ),
          )}
        </span>
      ) : (
        <span className={textStyles.muted}>
          {t('impactView.notInTheCatalog')}
        </span>
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
            icon={<RiNodeTree />}
            title={t('impactView.nothingDependsOnIt')}
            description={t('impactView.noEntityDeclaresThatIt')}
          />
        }
        loading={<ViewSkeleton height={320} />}
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
          title={t('impactView.errorBudgetsAndCostAre')}
          description={t('impactView.theOrderGoesByTier')}
        />
      )}
      <ListBar
        summary={t('impactView.ifFailsOfCanFail', {
          entity: titleOf(entity),
          number: t('impactView.entities', {
            count: affected.length + leftOut,
          }),
          teamsCount: t('impactView.teams2', { count: teams.length }),
        })}
      >
        {notice.error && (
          <span role="alert" className={textStyles.bad}>
            {t('impactView.notExported', {
              message: errorMessage(notice.error),
            })}
          </span>
        )}
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={notice.isPending}
          onPress={() => notice.mutate()}
        >
          {t('impactView.exportChangeNotice')}
        </Button>
        <CsvButton name={`impact-${name}`} readRows={() => csv.mutateAsync()} />
      </ListBar>
      <Section title={t('impactView.teamsToCall')}>
        <DataTable
          label={t('impactView.teams')}
          columns={TEAM_COLUMNS}
          items={teams}
          keyOf={({ ownerRef = '' }) => ownerRef}
          step={ROWS_AT_ONCE}
        />
      </Section>
      <Section title={t('impactView.whatCanFail')}>
        <DataTable
          label={t('impactView.affectedEntities')}
          columns={affectedColumns(affected)}
          items={affected}
          keyOf={({ entityRef }) => entityRef}
          sort={sort}
          onSort={setSort}
          step={ROWS_AT_ONCE}
        />
        <p className={textStyles.muted}>{t('impactView.theWeightGoesFrom0')}</p>
      </Section>
    </>
  );
}

function affectedColumns(nodes: AffectedNode[]): DataColumn<AffectedNode>[] {
  return [
    NODE_COLUMNS.name,
    {
      id: 'weight',
      title: t('impactView.weight'),
      sortBy: ({ weight }) => weight,
      cell: ({ weight }) => (
        <span className={styles.weight}>
          <span className={styles.number}>{weight}</span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.bar}
              style={{ width: toCssPercent(weight / 100) }}
            />
          </span>
        </span>
      ),
    },
    NODE_COLUMNS.owner,
    NODE_COLUMNS.health,
    {
      id: 'budget',
      title: t('impactView.errorBudgetLeft'),
      isNumber: true,
      sortBy: ({ facts }) => facts?.budgetRemaining ?? Infinity,
      cell: ({ facts }) =>
        facts?.budgetRemaining === undefined ? (
          <span className={textStyles.muted}>
            {t('impactView.notMeasured')}
          </span>
        ) : (
          formatBudgetLeft(facts.budgetRemaining)
        ),
    },
    costColumn(nodes),
    NODE_COLUMNS.hops,
    {
      title: t('impactView.why'),
      cell: ({ reasons, via }) => (
        <div className={styles.why}>
          {reasons.length > 0 && (
            <div>{reasons.map(reason => REASON_WORDS[reason]).join(' · ')}</div>
          )}
          {via.length > 0 && (
            <div className={textStyles.muted}>
              {t('impactView.byWayOf', { via: via.join(', ') })}
            </div>
          )}
        </div>
      ),
    },
  ];
}
