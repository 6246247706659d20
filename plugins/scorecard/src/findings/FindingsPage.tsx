import { RiMedalLine } from '@remixicon/react';
import { EmptyState, useAddressChoice, ViewChoice } from '@atrium/ui';
import { t } from '../translation';
import { FindingList } from './FindingList';
import { PackageSearch } from './PackageSearch';
import styles from './findings.module.css';

const VIEWS = [
  {
    id: 'findings',
    get title() {
      return t('findingsPage.findings');
    },
  },
  {
    id: 'packages',
    get title() {
      return t('findingsPage.whoUsesAPackage');
    },
  },
] as const;

/** Security findings of all services, and who uses a package. */
export function FindingsPage() {
  const [view, setView] = useAddressChoice('view', VIEWS);
  return (
    <div className={styles.list}>
      <ViewChoice views={VIEWS} chosen={view.id} onChoose={setView} />
      {view.id === 'packages' ? (
        <PackageSearch />
      ) : (
        <FindingList
          empty={
            <EmptyState
              icon={<RiMedalLine />}
              title={t('findingsPage.noFindingIsOpen')}
              description={t('findingsPage.whatScannersFindIsHere')}
            />
          }
        />
      )}
    </div>
  );
}
