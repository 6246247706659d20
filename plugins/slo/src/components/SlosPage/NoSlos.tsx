import { Button } from '@backstage/ui';
import { RiFocus3Line } from '@remixicon/react';
import { EmptyState } from '@atrium/ui';
import type { SloFilterChanges, SloFilters } from '../../hooks/useSloFilters';
import { t } from '../../translation';

/** Props of {@link NoSlos}. */
export interface NoSlosProps {
  filters: SloFilters;
  onChange(changes: SloFilterChanges): void;
}

/** Says why there is no SLO to show. */
export function NoSlos({ filters, onChange }: NoSlosProps) {
  const { owner, system } = filters;
  return owner || system ? (
    <EmptyState
      title={t('noSlos.noSloFitsTheFilters')}
      description={t('noSlos.removeOneToSeeMore')}
      action={
        <Button
          variant="secondary"
          onPress={() => onChange({ owner: undefined, system: undefined })}
        >
          {t('noSlos.showAllSlos')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      icon={<RiFocus3Line />}
      title={t('noSlos.noSloYet')}
      description={t('noSlos.putAnOpensloFileBeside')}
    />
  );
}
