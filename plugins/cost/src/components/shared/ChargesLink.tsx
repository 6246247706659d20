import type { ReactNode } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useRowRight } from '../../hooks/useCostRights';
import { rowsRouteRef } from '../../routes';
import { t } from '../../translation';
import { chargesHref, type ChargesScope } from './chargesHref';

/** Props of {@link ChargesLink}. */
export interface ChargesLinkProps {
  scope: ChargesScope;
  /** Default: Show the charges. */
  children?: ReactNode;
}

/** Leads to the charges behind a figure, for those who may read them. */
export function ChargesLink({ scope, children }: ChargesLinkProps) {
  const page = useRouteRef(rowsRouteRef)?.();
  const isAllowed = useRowRight(scope.entityRef);
  return page && isAllowed ? (
    <Link href={chargesHref(page, scope)}>
      {children ?? t('chargesLink.showTheCharges')}
    </Link>
  ) : null;
}
