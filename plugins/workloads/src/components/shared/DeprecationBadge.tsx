import type { ReactNode } from 'react';
import { StatusBadge } from '@atrium/ui';
import type { ApiDeprecation } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';

/** Props of {@link DeprecationBadge}. */
export interface DeprecationBadgeProps {
  deprecation: ApiDeprecation;
  /** Default: whether it is removed or deprecated. */
  children?: ReactNode;
}

/** How urgent it is to leave an API version. */
export function DeprecationBadge(props: DeprecationBadgeProps) {
  const { deprecation, children } = props;
  return (
    <StatusBadge status={deprecation.isRemoved ? 'bad' : 'warning'}>
      {children ??
        (deprecation.isRemoved
          ? t('deprecationBadge.removed')
          : t('deprecationBadge.deprecated'))}
    </StatusBadge>
  );
}
