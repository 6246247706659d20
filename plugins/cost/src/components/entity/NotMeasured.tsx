import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { EmptyState, guideHref, textStyles } from '@atrium/ui';
import { allocationRouteRef } from '../../routes';
import { t } from '../../translation';

/** Props of {@link NotMeasured}. */
export interface NotMeasuredProps {
  entity: Entity;
}

/** Says how the charges of an entity get here. */
export function NotMeasured({ entity }: NotMeasuredProps) {
  const href = useRouteRef(allocationRouteRef)?.();
  return (
    <EmptyState
      icon={<RiMoneyEuroCircleLine />}
      title={t('notMeasured.noChargeBelongsToThis')}
      description={
        <>
          {t('notMeasured.thatIsNotTheSame', {
            code: <code>{stringifyEntityRef(entity)}</code>,
          })}
        </>
      }
      action={
        <div className={textStyles.line}>
          <Link href={guideHref('cost#have-your-charges-found')}>
            {t('notMeasured.howToHaveChargesFound')}
          </Link>
          {href && (
            <Link href={href}>{t('notMeasured.showTheRulesOfAllocation')}</Link>
          )}
        </div>
      }
    />
  );
}
