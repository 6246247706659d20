import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { EmptyState, guideHref, textStyles } from '@atrium/ui';
import { allocationRouteRef } from '../../routes';
import { t } from '../../translation';
import styles from '../shared/shared.module.css';
import entityStyles from './entity.module.css';
import { BudgetTile, type SummaryTilesProps } from '../shared/SummaryTiles';

/** Props of {@link NotMeasured}. */
export interface NotMeasuredProps extends SummaryTilesProps {
  entityRef: string;
  /** What the entity is called. */
  title: string;
}

/** Says how the charges of an entity get here, and what it may cost once they do. */
export function NotMeasured(props: NotMeasuredProps) {
  const { entityRef, title, summary, budgetAction } = props;
  const href = useRouteRef(allocationRouteRef)?.();
  return (
    <div className={styles.page}>
      <EmptyState
        icon={<RiMoneyEuroCircleLine />}
        title={t('notMeasured.nothingIsCharged', { title })}
        description={
          <>
            {t('notMeasured.thatIsNotTheSame', {
              code: <code>{entityRef}</code>,
            })}
          </>
        }
        action={
          <div className={textStyles.line}>
            <Link href={guideHref('cost#have-your-charges-found')}>
              {t('notMeasured.howToHaveChargesFound')}
            </Link>
            {href && (
              <Link href={href}>
                {t('notMeasured.showTheRulesOfAllocation')}
              </Link>
            )}
          </div>
        }
      />
      <div className={entityStyles.budget}>
        <BudgetTile summary={summary} budgetAction={budgetAction} />
      </div>
    </div>
  );
}
