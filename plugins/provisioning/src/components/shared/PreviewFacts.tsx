import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Preview } from '@atrium/plugin-provisioning-common';
import { FactList, readField, StatusBadge, textStyles } from '@atrium/ui';
import { useDefinitions } from '../../hooks/useDefinitions';
import { t } from '../../translation';
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
        { term: t('previewFacts.plan'), value: plan?.title },
        {
          term: t('previewFacts.owner'),
          value: ownerRef && <EntityRefLink entityRef={ownerRef} hideIcon />,
        },
        {
          term: t('previewFacts.approval'),
          value: <Approval preview={preview} />,
        },
        {
          term: t('previewFacts.lease'),
          value: lease
            ? t('previewFacts.thenInWhichDataIs', {
                days: dayCountWords(lease.days),
                graceDays: dayCountWords(lease.graceDays),
              })
            : t('previewFacts.noEnd'),
        },
        {
          term: t('previewFacts.quota'),
          value: quota && quotaWords(quota),
        },
        {
          term: t('previewFacts.deletion'),
          value: deletion && DELETION_WORDS[deletion],
        },
        {
          term: t('previewFacts.definition'),
          value: definition && (
            <>
              {definition.title}
              <div className={textStyles.muted}>
                <MadeBy driver={definition.driver} />
              </div>
            </>
          ),
        },
      ]}
    />
  );
}

function MadeBy({ driver }: { driver: string }) {
  const drivers = useDefinitions().data?.drivers ?? [];
  const { title = driver } = drivers.find(({ id }) => id === driver) ?? {};
  return <>{t('previewFacts.madeBy', { driver: title })}</>;
}

function Approval({ preview }: { preview: Preview }) {
  const { isRequired, reasons, approverRefs } = preview.approval;
  if (!isRequired) {
    return (
      <StatusBadge status="good">{t('previewFacts.notNeeded')}</StatusBadge>
    );
  }
  return (
    <>
      <StatusBadge status="warning">{t('previewFacts.needed')}</StatusBadge>
      <div>
        {t('previewFacts.by', { approvers: <Approvers refs={approverRefs} /> })}
      </div>
      <ul className={styles.reasons}>
        {reasons.map(reason => (
          <li key={`${reason.kind} ${reason.message}`}>
            {readField(reason, 'message')}
          </li>
        ))}
      </ul>
    </>
  );
}

function quotaWords({ limit, used }: { limit: number; used: number }): string {
  const left = limit - used;
  return left > 0
    ? t('previewFacts.ofLeft', { left, limit })
    : t('previewFacts.allAreInUseDelete', { count: limit });
}
