import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  costTitle,
  type DataColumn,
  DataTable,
  formatNumber,
  HEALTH_WORDS,
  kindAndType,
  MoneyText,
  NoValue,
  RowHealth,
  RowLevel,
  scorecardHint,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type {
  EntityRow,
  EntitySummary,
  Health,
} from '@atrium/plugin-entity-summary-common';
import { t } from '../../translation';
import { countHealth } from '../facts/countHealth';

/** What else the page says is not to be pushed out of sight. */
const STEP = 20;

const ORDER: Health[] = ['bad', 'warning', 'good', 'unknown'];

/** Props of {@link PartsTable}. */
export interface PartsTableProps {
  title: string;
  neighbours: EntitySummary['neighbours'];
  /** What is said where there are none. */
  empty: string;
  /** The list with all of them; absent where the catalog has none. */
  allHref?: string;
  /** Where that list has more than these, as what is owned of other kinds. */
  isPartOfList?: boolean;
}

/** What a system consists of or a team owns: how each is, what runs, what it costs. */
export function PartsTable(props: PartsTableProps) {
  const { title, neighbours, empty, allHref, isPartOfList } = props;
  const { parts, partsTotal, partsHealth } = neighbours;
  const hrefOf = useEntityRefLink();
  const counts = ORDER.map(health => ({
    health,
    count: partsHealth[health] ?? 0,
  })).filter(({ count }) => count > 0);
  return (
    <Section
      title={partsTotal > 0 ? `${title} (${formatNumber(partsTotal)})` : title}
      tools={
        <>
          {counts.map(({ health, count }) => (
            <StatusBadge key={health} status={HEALTH_WORDS[health].status}>
              {countHealth(health, count)}
            </StatusBadge>
          ))}
          {allHref && partsTotal > parts.length && (
            <Link href={allHref}>
              {isPartOfList
                ? t('partsTable.showInCatalog')
                : t('partsTable.showAll', {
                    partsTotal: formatNumber(partsTotal),
                  })}
            </Link>
          )}
        </>
      }
    >
      {parts.length === 0 ? (
        <p className={textStyles.muted}>{empty}</p>
      ) : (
        <DataTable
          label={title}
          columns={toColumns(hrefOf, parts)}
          items={parts}
          keyOf={({ entityRef }) => entityRef}
          step={STEP}
        />
      )}
    </Section>
  );
}

function toColumns(
  hrefOf: (entityRef: string) => string,
  rows: EntityRow[],
): DataColumn<EntityRow>[] {
  const scorecard = scorecardHint(rows);
  const columns: (DataColumn<EntityRow> & { isKnown?: boolean })[] = [
    {
      title: t('partsTable.name'),
      cell: ({ entityRef, title, name }) => (
        <Link href={hrefOf(entityRef)}>{title ?? name}</Link>
      ),
    },
    {
      title: t('partsTable.kind'),
      cell: ({ kind, type }) => kindAndType(kind, type),
    },
    {
      title: t('partsTable.health'),
      cell: row => <RowHealth row={row} />,
    },
    {
      title: t('partsTable.level'),
      hint: scorecard,
      cell: ({ level }) => (
        <RowLevel level={level} isScorecardNamed={scorecard !== undefined} />
      ),
      isKnown: rows.some(({ level }) => level !== undefined),
    },
    {
      title: costTitle(rows),
      cell: ({ cost }) => (cost ? <MoneyText {...cost} /> : <NoValue />),
      isNumber: true,
      isKnown: rows.some(({ cost }) => cost !== undefined),
    },
  ];
  // Who may not see cost, or has no levels, has no empty column of it.
  return columns.filter(({ isKnown = true }) => isKnown);
}
