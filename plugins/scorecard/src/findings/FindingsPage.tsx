import { EmptyState, useAddressChoice, ViewChoice } from '@atrium/ui';
import { FindingList } from './FindingList';
import { PackageSearch } from './PackageSearch';
import styles from './findings.module.css';

const VIEWS = [
  { id: 'findings', title: 'Findings' },
  { id: 'packages', title: 'Who uses a package' },
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
              title="No finding is open"
              description="What scanners find is here once pipelines send it to /api/scorecard/findings; the guide “Sending security findings” has the commands."
            />
          }
        />
      )}
    </div>
  );
}
