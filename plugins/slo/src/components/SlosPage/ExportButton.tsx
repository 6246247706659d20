import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useCsvExport } from '../../hooks/useCsvExport';
import type { SloFilters } from '../../hooks/useSloFilters';
import shared from '../shared/shared.module.css';

/** Saves all objectives that fit the filters for a spreadsheet. */
export function ExportButton({ filters }: { filters: SloFilters }) {
  const { mutate, isPending, error } = useCsvExport(filters);
  return (
    <div className={shared.line}>
      {error && (
        <span role="alert" className={shared.bad}>
          Not exported: {error.message}
        </span>
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiDownloadLine />}
        isPending={isPending}
        onPress={() => mutate()}
      >
        Export CSV
      </Button>
    </div>
  );
}
