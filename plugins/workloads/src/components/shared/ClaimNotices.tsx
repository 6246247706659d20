import { Alert } from '@backstage/ui';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import type { EntityWorkloads } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';

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
          title={t('claimNotices.notShown', { count: lostWorkloads })}
          description={
            <>
              {holders.length > 0
                ? t('claimNotices.belongToOthers', {
                    holders: <EntityRefLinks entityRefs={holders} />,
                  })
                : t('claimNotices.belongToHidden')}{' '}
              {t('claimNotices.correct')}
            </>
          }
        />
      )}
      {rivals.length > 0 && (
        <Alert
          status="info"
          icon
          title={t('claimNotices.othersClaimTheseWorkloads')}
          description={
            <>
              {t('claimNotices.theAnnotationsOfMatchThem', {
                entityRefLinks: <EntityRefLinks entityRefs={rivals} />,
              })}
            </>
          }
        />
      )}
      {unconfirmed > 0 && (
        <Alert
          status="info"
          icon
          title={t('claimNotices.notConfirmed', { count: unconfirmed })}
          description={t('claimNotices.noRuleOfThePortal')}
        />
      )}
    </>
  );
}
