import { Link } from '@backstage/ui';
import { formatNumber, textStyles } from '@atrium/ui';
import type { WorkloadFilters } from '../../hooks/useWorkloadFilters';
import { useWorkloadsHref } from '../../hooks/useWorkloadsHref';

/** A number of workloads, with the way to their list. */
export function CountLink(props: { count: number; filters: WorkloadFilters }) {
  const { count, filters } = props;
  const hrefOf = useWorkloadsHref();
  if (count === 0) {
    return <span className={textStyles.muted}>0</span>;
  }
  return <Link href={hrefOf(filters)}>{formatNumber(count)}</Link>;
}
