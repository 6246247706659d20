import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { errorMessage, formatDateTime, textStyles } from '@atrium/ui';
import type { SloExclusion } from '@atrium/plugin-slo-common';
import { useDeleteExclusion } from '../../hooks/useExclusions';
import { t } from '../../translation';

/** Props of {@link ExclusionState}. */
export interface ExclusionStateProps {
  exclusion: SloExclusion;
  canDelete: boolean;
}

/** Whether a time counts again, and the way to let it. */
export function ExclusionState({ exclusion, canDelete }: ExclusionStateProps) {
  const { id, deletedAt, deletedBy } = exclusion;
  const remove = useDeleteExclusion(id);
  if (deletedAt && deletedBy) {
    return (
      <span className={textStyles.muted}>
        {t('exclusionState.countsAgainSinceBy', {
          deletedAt: formatDateTime(deletedAt),
          link: <EntityRefLink entityRef={deletedBy} hideIcon />,
        })}
      </span>
    );
  }
  if (!canDelete) {
    return null;
  }
  return (
    <>
      <Button
        variant="tertiary"
        size="small"
        isPending={remove.isPending}
        onPress={() => remove.mutate()}
      >
        {t('exclusionState.removeExclusion')}
      </Button>
      {remove.error && (
        <p role="alert" className={textStyles.bad}>
          {errorMessage(remove.error)}
        </p>
      )}
    </>
  );
}
