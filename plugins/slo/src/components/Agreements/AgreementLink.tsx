import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { SlaContract } from '@atrium/plugin-slo-common';
import { agreementRouteRef } from '../../routes';

/** Props of {@link AgreementLink}. */
export interface AgreementLinkProps {
  contract: Pick<SlaContract, 'id' | 'name'>;
}

/** Opens an agreement with its months. */
export function AgreementLink({ contract }: AgreementLinkProps) {
  const link = useRouteRef(agreementRouteRef);
  return link ? (
    <Link href={link({ contractId: contract.id })}>{contract.name}</Link>
  ) : (
    <>{contract.name}</>
  );
}
