import { Button } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { scorecardOwnershipConfirmPermission } from '@atrium/plugin-scorecard-common';
import { errorMessage, textStyles } from '@atrium/ui';
import { useScorecardMutation } from '../../hooks/scorecardHooks';
import { t } from '../../translation';

/** Props of {@link ConfirmOwnership}. */
export interface ConfirmOwnershipProps {
  entityRef: string;
}

/** Where an owner says that an entity is still theirs. */
export function ConfirmOwnership({ entityRef }: ConfirmOwnershipProps) {
  const { allowed, loading } = usePermission({
    permission: scorecardOwnershipConfirmPermission,
    resourceRef: entityRef,
  });
  const confirm = useScorecardMutation(api => api.confirmOwnership(entityRef));
  if (loading) {
    return null;
  }
  if (!allowed) {
    return (
      <span className={textStyles.muted}>
        {t('confirmOwnership.itsOwnersCanConfirmIt')}
      </span>
    );
  }
  return (
    <>
      <Button
        variant="primary"
        size="small"
        isPending={confirm.isPending}
        isDisabled={confirm.isSuccess}
        onPress={() => confirm.mutate()}
      >
        {t('confirmOwnership.confirmOwnership')}
      </Button>
      <span role="status" className={textStyles.muted}>
        {confirm.isSuccess &&
          t('confirmOwnership.confirmedTheCheckFollowsWithin')}
        {confirm.error &&
          t('confirmOwnership.itWasNotConfirmed', {
            error: errorMessage(confirm.error),
          })}
      </span>
    </>
  );
}
