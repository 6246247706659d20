import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { CostResource } from '@atrium/plugin-cost-common';
import { type DataColumn, DataTable, MoneyText, textStyles } from '@atrium/ui';
import { useRowRight } from '../../hooks/useCostRights';
import { rowsRouteRef } from '../../routes';
import { t } from '../../translation';
import { chargesHref, type ChargesScope } from './chargesHref';
import styles from './shared.module.css';

/** Props of {@link ResourceTable}. */
export interface ResourceTableProps {
  label: string;
  resources: CostResource[];
  currency: string;
  scope: ChargesScope;
}

/** Resources at providers, what each costs, and why it is whose it is. */
export function ResourceTable(props: ResourceTableProps) {
  const { label, resources, currency, scope } = props;
  const page = useRouteRef(rowsRouteRef)?.();
  const isAllowed = useRowRight(scope.entityRef);
  const columns: DataColumn<CostResource>[] = [
    {
      title: t('resourceTable.resource'),
      cell: resource => (
        <ResourceName
          resource={resource}
          href={
            page && isAllowed && resource.resourceId
              ? chargesHref(page, {
                  ...scope,
                  resourceId: resource.resourceId,
                })
              : undefined
          }
        />
      ),
    },
    {
      title: t('resourceTable.service'),
      cell: ({ serviceName, provider }) => (
        <span className={styles.stack}>
          {serviceName}
          <span className={textStyles.muted}>{provider}</span>
        </span>
      ),
    },
    {
      title: t('resourceTable.region'),
      cell: ({ region }) =>
        region ?? (
          <span className={textStyles.muted}>{t('resourceTable.none')}</span>
        ),
    },
    { title: t('resourceTable.whyItIsHere'), cell: whyWords },
    {
      title: t('resourceTable.cost'),
      isNumber: true,
      cell: ({ amount }) => <MoneyText amount={amount} currency={currency} />,
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      items={resources}
      keyOf={resource => JSON.stringify(resource)}
    />
  );
}

function ResourceName(props: {
  resource: CostResource;
  href: string | undefined;
}) {
  const { resource, href } = props;
  const { resourceId, resourceName, resourceType } = resource;
  if (resourceId === undefined) {
    return (
      <span className={textStyles.muted}>
        {t('resourceTable.chargesWithoutAResource')}
      </span>
    );
  }
  const name = resourceName ?? resourceId;
  return (
    <span className={styles.stack}>
      <span className={styles.clamped} title={name}>
        {href ? <Link href={href}>{name}</Link> : name}
      </span>
      {resourceName !== undefined && resourceName !== resourceId && (
        <span
          className={`${textStyles.muted} ${styles.clamped}`}
          title={resourceId}
        >
          {resourceId}
        </span>
      )}
      {resourceType && <span className={textStyles.muted}>{resourceType}</span>}
    </span>
  );
}

function whyWords({ pool, rule }: CostResource) {
  if (pool !== undefined) {
    return t('resourceTable.itsPartOfTheShared', { pool });
  }
  return rule === undefined
    ? t('resourceTable.unallocated')
    : t('resourceTable.rule', { rule });
}
