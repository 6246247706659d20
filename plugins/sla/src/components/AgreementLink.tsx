import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Agreement } from '@atrium/plugin-sla-common';
import { agreementRouteRef } from '../routes';

/** Props of {@link AgreementLink}. */
export interface AgreementLinkProps {
  agreement: Pick<Agreement, 'id' | 'name'>;
}

/** Opens an agreement with its months. */
export function AgreementLink({ agreement }: AgreementLinkProps) {
  const link = useRouteRef(agreementRouteRef);
  return link ? (
    <Link href={link({ agreementId: agreement.id })}>{agreement.name}</Link>
  ) : (
    <>{agreement.name}</>
  );
}
