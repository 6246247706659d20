import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { Link, Skeleton } from '@backstage/ui';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatPercent,
  MoneyText,
  QueryState,
  RelativeTime,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { entityHref } from '../attention/attentionWords';
import { useMyServices } from '../api/homeHooks';
import { serviceHealth } from './serviceHealth';
import { sumTeams } from './sumTeams';
import { TeamsSection } from './TeamsSection';
import styles from './ServicesSection.module.css';

/** More rows than this belong on the catalog page. */
const MAX_ROWS = 8;

const MY_CATALOG = '/catalog?owner=mine';

const COLUMNS: DataColumn<EntityRow>[] = [
  {
    title: 'Service',
    cell: ({ entityRef, title, name, systemTitle }) => (
      <>
        <Link href={entityHref(entityRef)}>{title ?? name}</Link>
        {systemTitle && <p className={textStyles.muted}>{systemTitle}</p>}
      </>
    ),
  },
  {
    title: 'Health',
    cell: row => {
      const { status, text } = serviceHealth(row);
      return <StatusBadge status={status}>{text}</StatusBadge>;
    },
  },
  {
    title: 'In production',
    cell: ({ version, deployedAt }) =>
      version ? (
        <>
          <span className={textStyles.mono}>{version}</span>
          {deployedAt && (
            <p className={textStyles.muted}>
              <RelativeTime instant={deployedAt} />
            </p>
          )}
        </>
      ) : (
        <Unknown />
      ),
  },
  {
    title: 'Budget left',
    isNumber: true,
    cell: ({ budgetRemaining }) =>
      budgetRemaining === undefined ? (
        <Unknown />
      ) : (
        formatPercent(budgetRemaining)
      ),
  },
  {
    title: 'Level',
    cell: ({ level }) =>
      level ? level.level ?? `None of ${level.levels}` : <Unknown />,
  },
  {
    title: 'Cost this month',
    isNumber: true,
    cell: ({ cost }) =>
      cost ? (
        <MoneyText amount={cost.amount} currency={cost.currency} />
      ) : (
        <Unknown />
      ),
  },
];

/** How the services of the person and their teams are, worst first. */
export function ServicesSection() {
  return (
    <QueryState
      query={useMyServices()}
      loading={<Loading />}
      isEmpty={({ totalItems }) => totalItems === 0}
      empty={
        <Section title="My services">
          <div className={styles.empty}>
            <EmptyState
              title="Your teams own no service yet"
              description="Start a new one from a golden path, or register a repository that exists. Until then, the catalog shows what others run."
              action={
                <span className={textStyles.line}>
                  <Link href="/create">Create a service</Link>
                  <Link href="/catalog">Browse the catalog</Link>
                </span>
              }
            />
          </div>
        </Section>
      }
    >
      {({ items, totalItems }) => {
        const teams = sumTeams(items);
        return (
          <>
            {teams.length > 1 && (
              <TeamsSection teams={teams} isPart={totalItems > items.length} />
            )}
            <Section
              title="My services"
              tools={
                <Link href={MY_CATALOG}>
                  {totalItems > MAX_ROWS
                    ? `Show all ${totalItems}`
                    : 'Show in the catalog'}
                </Link>
              }
            >
              <DataTable
                label="Services, worst first"
                columns={COLUMNS}
                items={items}
                limit={MAX_ROWS}
                keyOf={({ entityRef }) => entityRef}
              />
            </Section>
          </>
        );
      }}
    </QueryState>
  );
}

function Unknown() {
  return <span className={textStyles.muted}>Not known</span>;
}

function Loading() {
  return (
    <Section title="My services">
      <Skeleton width="100%" height={MAX_ROWS * 57} />
    </Section>
  );
}
