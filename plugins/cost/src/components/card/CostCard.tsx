import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  costEntityReadPermission,
  type CostSummary,
} from '@atrium/plugin-cost-common';
import {
  formatShare,
  MoneyText,
  QueryCard,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { useCostSignals } from '../../hooks/costHooks';
import { useCostSummary } from '../../hooks/useCost';
import { t } from '../../translation';
import { monthChangeWords, monthWords } from '../../words/monthWords';
import { BUDGET_WORDS } from '../../words/stateWords';
import { BudgetBar } from '../shared/BudgetBar';
import styles from './CostCard.module.css';

/** What an entity costs this month; no card where that is not known. */
export function CostCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const href = `${useEntityRefLink()(entityRef)}/cost`;
  const { allowed } = usePermission({
    permission: costEntityReadPermission,
    resourceRef: entityRef,
  });
  const summary = useCostSummary({ entityRef }, { enabled: allowed });
  useCostSignals();
  return allowed ? (
    <QueryCard
      title={t('costCard.cost')}
      detailsHref={href}
      query={summary}
      isEmpty={({ isMeasured }) => !isMeasured}
    >
      {data => <CostFacts summary={data} />}
    </QueryCard>
  ) : null;
}

function CostFacts({ summary }: { summary: CostSummary }) {
  const { currency, monthToDate, forecast, budget } = summary;
  return (
    <div className={styles.facts}>
      <div className={textStyles.ends}>
        <span className={textStyles.muted}>{monthWords(summary)}</span>
        <span className={styles.figure}>
          <MoneyText amount={monthToDate} currency={currency} />
        </span>
      </div>
      <p className={textStyles.muted}>{monthChangeWords(summary)}</p>
      {forecast && (
        <div className={textStyles.ends}>
          <span className={textStyles.muted}>{t('costCard.forecast')}</span>
          <span>
            <MoneyText amount={forecast.amount} currency={currency} />
          </span>
        </div>
      )}
      {budget && (
        <>
          <div className={textStyles.ends}>
            <span className={textStyles.muted}>{t('costCard.budget')}</span>
            <MoneyText amount={budget.amount} currency={currency} />
          </div>
          <BudgetBar {...budget} />
          <div>
            <StatusBadge status={BUDGET_WORDS[budget.state].status}>
              {BUDGET_WORDS[budget.state].text}
            </StatusBadge>{' '}
            <span className={textStyles.muted}>
              {t('costCard.used', {
                usedRatio: formatShare(budget.usedRatio),
              })}
            </span>
          </div>
        </>
      )}
    </div>
  );
}
