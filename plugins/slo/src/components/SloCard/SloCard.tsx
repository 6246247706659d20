import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { QueryCard, RowsSkeleton, textStyles } from '@atrium/ui';
import { objectiveBudgetWords } from '@atrium/plugin-slo-common';
import { useEntitySlos } from '../../hooks/useSlos';
import { useSloSignals } from '../../hooks/sloHooks';
import {
  objectiveName,
  type ObjectiveRow,
  toObjectiveRows,
} from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
import { SloStateBadge } from '../shared/SloStateBadge';
import styles from './SloCard.module.css';

/** What the card has room for; the worst come first. */
const MAX_ROWS = 5;

/** The objectives of an entity, one line each. */
export function SloCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const href = `${useEntityRefLink()(entityRef)}/slos`;
  useSloSignals(entityRef);
  return (
    <QueryCard
      title={t('sloCard.slos')}
      detailsHref={href}
      query={useEntitySlos(entityRef)}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <p className={textStyles.muted}>
          {t('sloCard.noneCountsYetDetailsSays')}
        </p>
      }
      loading={<RowsSkeleton rows={2} rowHeight={24} />}
    >
      {({ items }) => <Lines rows={toObjectiveRows(items)} href={href} />}
    </QueryCard>
  );
}

function Lines({ rows, href }: { rows: ObjectiveRow[]; href: string }) {
  const hidden = rows.length - MAX_ROWS;
  return (
    <>
      <ul className={styles.lines}>
        {rows.slice(0, MAX_ROWS).map(row => (
          <li key={row.id} className={styles.item}>
            <span className={styles.name}>{objectiveName(row)}</span>
            <SloStateBadge row={row} />
            <span className={styles.budget}>
              {objectiveBudgetWords(row.state, row.status?.budgetRemaining)}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <Link href={href}>{t('sloCard.more', { hidden })}</Link>}
    </>
  );
}
