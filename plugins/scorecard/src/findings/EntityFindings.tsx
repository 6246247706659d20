import { Skeleton } from '@backstage/ui';
import { EmptyState, QueryState } from '@atrium/ui';
import { FindingList } from './FindingList';
import { ScanTable } from './ScanTable';
import { useFindingScans } from './useFindings';

/** What scanners found in an entity, and when they looked. */
export function EntityFindings({ entityRef }: { entityRef: string }) {
  return (
    <QueryState
      query={useFindingScans(entityRef)}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title="No scanner has looked at this"
          description="So nothing is known of its security. Have its pipeline send what Trivy, Grype, CodeQL or another scanner writes to /api/scorecard/findings; the guide “Sending security findings” has the commands."
        />
      }
      loading={<Skeleton width="100%" height={400} />}
    >
      {({ items }) => (
        <>
          <FindingList
            entityRef={entityRef}
            scanners={items.map(({ tool }) => tool)}
            empty={
              <EmptyState
                title="Nothing is open"
                description="The scanners below found nothing that counts."
              />
            }
          />
          <ScanTable scans={items} />
        </>
      )}
    </QueryState>
  );
}
