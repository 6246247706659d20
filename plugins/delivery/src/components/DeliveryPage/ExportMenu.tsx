import { textStyles } from '@atrium/ui';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { ServicePeriodQuery } from '@atrium/plugin-delivery-common';
import { useExport } from '../../hooks/useExport';

/** Saves runs or deployments of the period as CSV. */
export function ExportMenu({ query }: { query: ServicePeriodQuery }) {
  const { mutate, isPending, isError } = useExport(query);
  return (
    <>
      {isError && (
        <span className={textStyles.muted} role="alert">
          The file could not be made
        </span>
      )}
      <MenuTrigger>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={isPending}
        >
          Export CSV
        </Button>
        <Menu>
          <MenuItem onAction={() => mutate('runs')}>Pipeline runs</MenuItem>
          <MenuItem onAction={() => mutate('deployments')}>
            Deployments
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </>
  );
}
