import { Skeleton } from '@backstage/ui';
import { EmptyState, QueryState } from '@atrium/ui';
import { t } from '../translation';
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
          title={t('entityFindings.noScannerHasLookedAt')}
          description={t('entityFindings.soNothingIsKnownOf')}
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
                title={t('entityFindings.nothingIsOpen')}
                description={t('entityFindings.theScannersBelowFoundNothing')}
              />
            }
          />
          <ScanTable entityRef={entityRef} scans={items} />
        </>
      )}
    </QueryState>
  );
}
