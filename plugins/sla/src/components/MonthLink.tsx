import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { monthRouteRef } from '../routes';
import { monthWords } from '../words/dayWords';

/** Props of {@link MonthLink}. */
export interface MonthLinkProps {
  agreementId: string;
  month: string;
}

/** Opens the report of a month. */
export function MonthLink({ agreementId, month }: MonthLinkProps) {
  const link = useRouteRef(monthRouteRef);
  return link ? (
    <Link href={link({ agreementId, month })}>{monthWords(month)}</Link>
  ) : (
    <>{monthWords(month)}</>
  );
}
