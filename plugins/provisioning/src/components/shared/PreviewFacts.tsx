import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Preview } from '@atrium/plugin-provisioning-common';
import { FactList, StatusBadge, textStyles } from '@atrium/ui';
import { dayCountWords, DELETION_WORDS } from '../../words/leaseWords';
import { Approvers } from './Approvers';
import styles from './PreviewFacts.module.css';

/** Under which rules a resource would be made, and who has to agree. */
export function PreviewFacts({ preview }: { preview: Preview }) {
  const { definition, plan, ownerRef, lease, quota, deletion } = preview;
  return (
    <FactList
      isNarrow
      facts={[
        { term: 'Plan', value: plan?.title },
        {
          term: 'Owner',
          value: ownerRef && <EntityRefLink entityRef={ownerRef} hideIcon />,
        },
        { term: 'Approval', value: <Approval preview={preview} /> },
        {
          term: 'Lease',
          value: lease
            ? `${dayCountWords(lease.days)}, then ${dayCountWords(
                lease.graceDays,
              )} in which data is kept without access`
            : 'No end',
        },
        {
          term: 'Quota',
          value: quota && quotaWords(quota),
        },
        { term: 'Deletion', value: deletion && DELETION_WORDS[deletion] },
        {
          term: 'Definition',
          value: definition && (
            <>
              {definition.title}
              <div className={textStyles.muted}>
                made by {definition.driver}
              </div>
            </>
          ),
        },
      ]}
    />
  );
}

function Approval({ preview }: { preview: Preview }) {
  const { isRequired, reasons, approverRefs } = preview.approval;
  if (!isRequired) {
    return <StatusBadge status="good">Not needed</StatusBadge>;
  }
  return (
    <>
      <StatusBadge status="warning">Needed</StatusBadge>
      <div>
        By <Approvers refs={approverRefs} />
      </div>
      <ul className={styles.reasons}>
        {reasons.map(({ kind, message }) => (
          <li key={`${kind} ${message}`}>{message}</li>
        ))}
      </ul>
    </>
  );
}

function quotaWords({ limit, used }: { limit: number; used: number }): string {
  const left = limit - used;
  return left > 0
    ? `${left} of ${limit} left`
    : `All ${limit} are in use; delete one first`;
}
