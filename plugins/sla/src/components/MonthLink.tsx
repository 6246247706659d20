import { formatMonth } from '@atrium/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { monthRouteRef } from '../routes';

/** Props of {@link MonthLink}. */
export interface MonthLinkProps {
  agreementId: string;
  month: string;
}

/** Opens the report of a month. */
export function MonthLink({ agreementId, month }: MonthLinkProps) {
  const link = useRouteRef(monthRouteRef);
  return link ? (
    <Link href={link({ agreementId, month })}>{formatMonth(month)}</Link>
  ) : (
    <>{formatMonth(month)}</>
  );
}
