import { RiMedalLine } from '@remixicon/react';
import { EmptyState, QueryState, ViewSkeleton } from '@atrium/ui';
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
          icon={<RiMedalLine />}
          title={t('entityFindings.noScannerHasLookedAt')}
          description={t('entityFindings.soNothingIsKnownOf')}
        />
      }
      loading={<ViewSkeleton height={400} />}
    >
      {({ items }) => (
        <>
          <FindingList
            entityRef={entityRef}
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
