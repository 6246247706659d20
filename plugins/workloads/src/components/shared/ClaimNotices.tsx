import { Alert } from '@backstage/ui';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import type { EntityWorkloads } from '@atrium/plugin-workloads-common';

/**
 * Says which workloads are not confirmed, are not shown as they belong to
 * another component, or are claimed by one, and what to do about it.
 */
export function ClaimNotices({ answer }: { answer: EntityWorkloads }) {
  const { conflicts, items } = answer;
  const { holders, lostWorkloads, rivals } = conflicts;
  const unconfirmed = items.filter(({ isConfirmed }) => !isConfirmed).length;
  return (
    <>
      {lostWorkloads > 0 && (
        <Alert
          status="warning"
          icon
          title={`${countWorkloads(lostWorkloads)} not shown`}
          description={
            <>
              {holders.length > 0 ? (
                <>
                  The annotations of this component match workloads that belong
                  to <EntityRefLinks entityRefs={holders} />.
                </>
              ) : (
                'The annotations of this component match workloads that belong to another one, which you may not see.'
              )}{' '}
              Correct the Kubernetes annotations in catalog-info.yaml. If the
              workloads are yours, ask the platform team for a rule.
            </>
          }
        />
      )}
      {rivals.length > 0 && (
        <Alert
          status="info"
          icon
          title="Others claim these workloads"
          description={
            <>
              The annotations of <EntityRefLinks entityRefs={rivals} /> match
              them as well. They belong to this component, and its owners keep
              their rights.
            </>
          }
        />
      )}
      {unconfirmed > 0 && (
        <Alert
          status="info"
          icon
          title={`${countWorkloads(unconfirmed)} not confirmed`}
          description="No rule of the portal says that this component may claim them, so only administrators can restart them and read their logs. Ask the platform team to add a rule."
        />
      )}
    </>
  );
}

function countWorkloads(count: number): string {
  return count === 1 ? '1 workload is' : `${count} workloads are`;
}
