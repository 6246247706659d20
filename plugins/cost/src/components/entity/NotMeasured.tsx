import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { EmptyState, guideHref, textStyles } from '@atrium/ui';
import { allocationRouteRef } from '../../routes';

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
      title="No charge belongs to this yet"
      description={
        <>
          That is not the same as free of charge. Charges of the bill get here
          by rules: by tags of resources at the provider, their ids and names,
          sub-accounts, namespaces and labels of Kubernetes, or because the
          portal provisioned them. Tag what runs for{' '}
          <code>{stringifyEntityRef(entity)}</code> as the rules expect, or add
          a rule that matches it.
        </>
      }
      action={
        <div className={textStyles.line}>
          <Link href={guideHref('cost#have-your-charges-found')}>
            How to have charges found
          </Link>
          {href && <Link href={href}>Show the rules of allocation</Link>}
        </div>
      }
    />
  );
}
