import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { monthRouteRef } from '../../routes';
import { monthWords } from '../../words/dayWords';

/** Props of {@link MonthLink}. */
export interface MonthLinkProps {
  contractId: string;
  month: string;
}

/** Opens the report of a month. */
export function MonthLink({ contractId, month }: MonthLinkProps) {
  const link = useRouteRef(monthRouteRef);
  return link ? (
    <Link href={link({ contractId, month })}>{monthWords(month)}</Link>
  ) : (
    <>{monthWords(month)}</>
  );
}
