import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { newRequestRouteRef } from '../../routes';
import { t } from '../../translation';

/** Leads to the form for a new resource. */
export function RequestButton() {
  const href = useRouteRef(newRequestRouteRef)?.();
  return href ? (
    <ButtonLink
      variant="primary"
      size="small"
      iconStart={<RiAddLine />}
      href={href}
    >
      {t('resourceList.requestAResource')}
    </ButtonLink>
  ) : null;
}
