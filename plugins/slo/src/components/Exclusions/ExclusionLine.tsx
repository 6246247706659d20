import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { formatDateTime, formatDuration } from '@atrium/ui';
import type { SloExclusion } from '@atrium/plugin-slo-common';
import { useDeleteExclusion } from '../../hooks/useExclusions';
import shared from '../shared/shared.module.css';

/** Props of {@link ExclusionLine}. */
export interface ExclusionLineProps {
  exclusion: SloExclusion;
  canDelete: boolean;
}

/** One time that does not count, or no longer. */
export function ExclusionLine({ exclusion, canDelete }: ExclusionLineProps) {
  const { id, from, to, kind, sloName, reason, createdBy } = exclusion;
  const { deletedAt, deletedBy } = exclusion;
  const remove = useDeleteExclusion(id);
  return (
    <tr>
      <td>
        {formatDateTime(from)}
        <div className={shared.muted}>
          {formatDuration((Date.parse(to) - Date.parse(from)) / 1_000)}
        </div>
      </td>
      <td>
        {sloName ?? 'All SLOs'}
        <div className={shared.muted}>
          {kind === 'maintenance' ? 'Planned maintenance' : 'Agreed afterwards'}
        </div>
      </td>
      <td>{reason}</td>
      <td>
        <EntityRefLink entityRef={createdBy} hideIcon />
      </td>
      <td>
        {deletedAt && deletedBy ? (
          <span className={shared.muted}>
            Counts again since {formatDateTime(deletedAt)}, by{' '}
            <EntityRefLink entityRef={deletedBy} hideIcon />
          </span>
        ) : (
          canDelete && (
            <Button
              variant="tertiary"
              size="small"
              isPending={remove.isPending}
              onPress={() => remove.mutate()}
            >
              Let it count again
            </Button>
          )
        )}
        {remove.error && (
          <p role="alert" className={shared.bad}>
            {remove.error.message}
          </p>
        )}
      </td>
    </tr>
  );
}
