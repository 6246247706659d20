import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { Link } from '@backstage/ui';
import {
  costTitle,
  type DataColumn,
  DataTable,
  EmptyState,
  formatBudgetLeft,
  MoneyText,
  NoValue,
  QueryState,
  RowHealth,
  RowLevel,
  scorecardHint,
  Section,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import { t } from '../../../translation';
import { entityHref } from '../attention/attentionWords';
import { useMyServices } from '../api/homeHooks';
import { sumTeams } from './sumTeams';
import { TeamsSection } from './TeamsSection';
import styles from './ServicesSection.module.css';

/** More rows than this belong on the catalog page. */
const MAX_ROWS = 8;

const MY_CATALOG = '/catalog?owner=mine';

/** What is said of the services; their levels may be of several scorecards. */
function serviceColumns(rows: EntityRow[]): DataColumn<EntityRow>[] {
  const scorecard = scorecardHint(rows);
  return [
    {
      title: t('servicesSection.service'),
      cell: ({ entityRef, title, name, systemTitle }) => (
        <>
          <Link href={entityHref(entityRef)}>{title ?? name}</Link>
          {systemTitle && <p className={textStyles.muted}>{systemTitle}</p>}
        </>
      ),
    },
    {
      title: t('servicesSection.health'),
      cell: row => <RowHealth row={row} isDated />,
    },
    {
      title: t('servicesSection.budgetLeft'),
      isNumber: true,
      cell: ({ budgetRemaining }) =>
        budgetRemaining === undefined ? (
          <NoValue />
        ) : (
          formatBudgetLeft(budgetRemaining)
        ),
    },
    {
      title: t('servicesSection.level'),
      hint: scorecard,
      cell: ({ level }) => (
        <RowLevel level={level} isScorecardNamed={scorecard !== undefined} />
      ),
    },
    {
      title: costTitle(rows),
      isNumber: true,
      cell: ({ cost }) => (cost ? <MoneyText {...cost} /> : <NoValue />),
    },
  ];
}

/** How the services of the person and their teams are, worst first. */
export function ServicesSection() {
  const query = useMyServices();
  const { items = [], totalItems = 0 } = query.data ?? {};
  const teams = sumTeams(items);
  return (
    <>
      {teams.length > 1 && (
        <TeamsSection teams={teams} isPart={totalItems > items.length} />
      )}
      <Section
        title={t('servicesSection.myServices')}
        tools={
          totalItems > 0 && (
            <Link href={MY_CATALOG}>
              {totalItems > MAX_ROWS
                ? t('servicesSection.showAll', { totalItems })
                : t('servicesSection.showInTheCatalog')}
            </Link>
          )
        }
      >
        <div className={styles.body}>
          <QueryState
            query={query}
            loading={<ViewSkeleton height={MAX_ROWS * 57} />}
            isEmpty={page => page.totalItems === 0}
            empty={<NoServices />}
          >
            {page => (
              <DataTable
                label={t('servicesSection.servicesWorstFirst')}
                columns={serviceColumns(page.items)}
                items={page.items}
                limit={MAX_ROWS}
                keyOf={({ entityRef }) => entityRef}
              />
            )}
          </QueryState>
        </div>
      </Section>
    </>
  );
}

function NoServices() {
  return (
    <div className={styles.empty}>
      <EmptyState
        title={t('servicesSection.yourTeamsOwnNoService')}
        description={t('servicesSection.startANewOneFrom')}
        action={
          <span className={textStyles.line}>
            <Link href="/create">{t('servicesSection.createAService')}</Link>
            <Link href="/catalog">{t('servicesSection.browseTheCatalog')}</Link>
          </span>
        }
      />
    </div>
  );
}
