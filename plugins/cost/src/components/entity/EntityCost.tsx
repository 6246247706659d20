import { z } from 'zod';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { costMetricSchema } from '@atrium/plugin-cost-common';
import {
  entityTitle,
  QueryState,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import { useCostSignals } from '../../hooks/costHooks';
import { useCostSummary } from '../../hooks/useCost';
import { useRowRight } from '../../hooks/useCostRights';
import { t } from '../../translation';
import { BudgetButton } from '../budgets/BudgetButton';
import { useBudgetDialog } from '../budgets/useBudgetDialog';
import { FreshnessLine } from '../shared/FreshnessLine';
import { MetricChoice } from '../shared/MetricChoice';
import styles from '../shared/shared.module.css';
import { SummaryTiles } from '../shared/SummaryTiles';
import { WhyItChanged } from '../shared/WhyItChanged';
import { EntityAnomalies } from './EntityAnomalies';
import { EntityParts } from './EntityParts';
import { EntityResources } from './EntityResources';
import { EntitySeries } from './EntitySeries';
import { NotMeasured } from './NotMeasured';
import { UnitCosts } from './UnitCosts';

const addressSchema = z.object({
  metric: costMetricSchema.default('effective'),
});

const COMPOSED = ['system', 'domain', 'group'];

/** What an entity costs, why that changed, and what it is made of. */
export function EntityCost() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [{ metric }, set] = useAddressState(addressSchema);
  const summary = useCostSummary({ entityRef, metric });
  const mayReadRows = useRowRight(entityRef);
  const title = entityTitle(entity, entityRef);
  const { dialog, open } = useBudgetDialog();
  const budgetAction = (
    <BudgetButton
      entityRef={entityRef}
      title={title}
      onPress={open}
      hasBudget={summary.data?.budget !== undefined}
      refusal={summary.data?.budget?.source ?? t('summaryTiles.ownersSetOne')}
    />
  );
  const isComposed = COMPOSED.includes(entity.kind.toLocaleLowerCase('en-US'));
  useCostSignals();
  return (
    <>
      <QueryState
        query={summary}
        isEmpty={({ isMeasured }) => !isMeasured}
        empty={
          summary.data && (
            <NotMeasured
              entityRef={entityRef}
              title={title}
              summary={summary.data}
              budgetAction={budgetAction}
            />
          )
        }
        loading={<ViewSkeleton height={560} />}
      >
        {data => (
          <div className={styles.page}>
            <div className={styles.bar}>
              <FreshnessLine {...data} />
              <MetricChoice
                metric={metric}
                onChange={next => set({ metric: next })}
              />
            </div>
            <SummaryTiles summary={data} budgetAction={budgetAction} />
            <EntitySeries
              entityRef={entityRef}
              metric={metric}
              summary={data}
            />
            {data.openAnomalyCount > 0 && (
              <EntityAnomalies entityRef={entityRef} />
            )}
            <WhyItChanged entityRef={entityRef} metric={metric} />
            {isComposed && (
              <EntityParts
                entityRef={entityRef}
                metric={metric}
                summary={data}
              />
            )}
            <UnitCosts entityRef={entityRef} />
            {mayReadRows && (
              <EntityResources
                entityRef={entityRef}
                metric={metric}
                summary={data}
              />
            )}
          </div>
        )}
      </QueryState>
      {dialog}
    </>
  );
}
