import { z } from 'zod';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { type CostRow, daySchema } from '@atrium/plugin-cost-common';
import {
  BackLink,
  type DataColumn,
  DataTable,
  EmptyState,
  formatDateTime,
  formatNumber,
  ListBar,
  MoneyText,
  QueryState,
  StatusBadge,
  textStyles,
  useAddressState,
  useEntityTitles,
  ViewSkeleton,
} from '@atrium/ui';
import { addDays, daysWords, duringWords } from '../../days/costDays';
import { sizeOf } from '../../money/amounts';
import { useCostRows } from '../../hooks/useCost';
import { costRouteRef } from '../../routes';
import { t } from '../../translation';
import { ShowMore } from '../shared/ShowMore';
import styles from '../shared/shared.module.css';

const values = z.array(z.string().min(1)).optional();

const addressSchema = z.object({
  entityRef: z.string().optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  resourceId: z.string().optional(),
  isUnallocated: z.enum(['true', 'false']).optional(),
  provider: values,
  subAccount: values,
  service: values,
  serviceCategory: values,
  region: values,
  chargeCategory: values,
});

const COLUMNS: DataColumn<CostRow>[] = [
  {
    get title() {
      return t('chargesPage.when');
    },
    cell: ({ chargeStart, chargeEnd }) => (
      <span
        className={textStyles.nowrap}
        title={t('chargesPage.to', {
          chargeStart: formatDateTime(chargeStart),
          chargeEnd: formatDateTime(chargeEnd),
        })}
      >
        {daysWords({
          from: chargeStart.slice(0, 10),
          to: dayAfter(chargeEnd),
        })}
      </span>
    ),
  },
  {
    get title() {
      return t('chargesPage.what');
    },
    cell: ({ serviceName, description, provider, subAccountName }) => (
      <span className={styles.stack}>
        {serviceName}
        <span className={textStyles.muted}>
          {[provider, subAccountName].filter(Boolean).join(' · ')}
        </span>
        {description && (
          <span className={textStyles.muted} title={description}>
            <span className={styles.clamped}>{description}</span>
          </span>
        )}
      </span>
    ),
  },
  {
    get title() {
      return t('chargesPage.resource');
    },
    cell: ({ resourceId, resourceName, region, tags }) => (
      <span className={styles.stack}>
        {resourceId === undefined ? (
          <span className={textStyles.muted}>{t('chargesPage.none')}</span>
        ) : (
          <span className={styles.clamped} title={resourceId}>
            {resourceName ?? resourceId}
          </span>
        )}
        {region && <span className={textStyles.muted}>{region}</span>}
        {Object.entries(tags).map(([name, value]) => (
          <code
            key={name}
            className={`${textStyles.muted} ${styles.clamped}`}
            title={`${name}: ${value}`}
          >
            {name}: {value}
          </code>
        ))}
      </span>
    ),
  },
  {
    get title() {
      return t('chargesPage.charge');
    },
    cell: ({ chargeCategory, chargeClass, consumedQuantity, consumedUnit }) => (
      <span className={styles.stack}>
        {[chargeCategory, chargeClass].filter(Boolean).join(', ')}
        {consumedQuantity !== undefined && (
          <span className={textStyles.muted} title={consumedQuantity}>
            {formatNumber(sizeOf(consumedQuantity))} {consumedUnit}
          </span>
        )}
      </span>
    ),
  },
  {
    get title() {
      return t('chargesPage.billed');
    },
    isNumber: true,
    cell: ({ billed, currency }) => (
      <MoneyText amount={billed} currency={currency} />
    ),
  },
  {
    get title() {
      return t('chargesPage.effective');
    },
    isNumber: true,
    cell: ({ effective, currency }) => (
      <MoneyText amount={effective} currency={currency} />
    ),
  },
  {
    get title() {
      return t('chargesPage.allocatedTo');
    },
    cell: ({ entityRef, pool, rule }) => (
      <span className={styles.stack}>
        {entityRef ? <EntityRefLink entityRef={entityRef} hideIcon /> : null}
        {pool && t('chargesPage.pool', { pool })}
        {!entityRef && !pool && (
          <StatusBadge status="warning">
            {t('chargesPage.unallocated')}
          </StatusBadge>
        )}
        {rule && (
          <span className={textStyles.muted}>
            {t('chargesPage.rule', { rule })}
          </span>
        )}
      </span>
    ),
  },
  {
    get title() {
      return t('chargesPage.inTheBill');
    },
    cell: ({ source, row, invoiceId }) => (
      <span className={styles.stack}>
        {t('chargesPage.row', { source, row })}
        {invoiceId && <span className={textStyles.muted}>{invoiceId}</span>}
      </span>
    ),
  },
];

/** Charges as their providers have them, in their own currency. */
export function ChargesPage() {
  const [scope] = useAddressState(addressSchema);
  const rows = useCostRows(scope);
  return (
    <>
      <BackLink href={useRouteRef(costRouteRef)?.() ?? '/cost'}>
        {t('chargesPage.cost')}
      </BackLink>
      <QueryState
        query={rows}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={t('chargesPage.noChargesHere')} />}
        loading={<ViewSkeleton height={480} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={
                <>
                  {t('chargesPage.charges', { count: totalItems })}{' '}
                  <ScopeWords {...scope} />
                </>
              }
            />
            <DataTable
              label={t('chargesPage.charges2')}
              columns={COLUMNS}
              items={items}
              keyOf={({ importId, row }) => `${importId} ${row}`}
            />
            <ShowMore query={rows} />
          </>
        )}
      </QueryState>
    </>
  );
}

function ScopeWords(scope: z.infer<typeof addressSchema>) {
  const { entityRef, from, to, resourceId, isUnallocated, ...filters } = scope;
  const titles = useEntityTitles(entityRef ? [entityRef] : []);
  return (
    <>
      {[
        entityRef &&
          t('chargesPage.of', { entity: titles.get(entityRef) ?? entityRef }),
        isUnallocated === 'true' && t('chargesPage.thatNobodyHas'),
        from && to && from < to && duringWords({ from, to }),
        resourceId && t('chargesPage.for', { resource: resourceId }),
        Object.values(filters)
          .flatMap(chosen => chosen ?? [])
          .join(', '),
      ]
        .filter(Boolean)
        .join(' ')}
    </>
  );
}

/** The end of a charge is not part of it; what ends at midnight ends before it. */
function dayAfter(end: string): string {
  const day = end.slice(0, 10);
  return Date.parse(end) > Date.parse(day) ? addDays(day, 1) : day;
}
