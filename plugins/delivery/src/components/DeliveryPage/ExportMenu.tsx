import { textStyles } from '@atrium/ui';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { ServicePeriodQuery } from '@atrium/plugin-delivery-common';
import { useExport } from '../../hooks/useExport';
import { t } from '../../translation';

/** Saves runs or deployments of the period as CSV. */
export function ExportMenu({ query }: { query: ServicePeriodQuery }) {
  const { mutate, isPending, isError } = useExport(query);
  return (
    <>
      {isError && (
        <span className={textStyles.muted} role="alert">
          {t('exportMenu.theFileCouldNotBe')}
        </span>
      )}
      <MenuTrigger>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={isPending}
        >
          {t('exportMenu.exportCsv')}
        </Button>
        <Menu>
          <MenuItem onAction={() => mutate('runs')}>
            {t('exportMenu.pipelineRuns')}
          </MenuItem>
          <MenuItem onAction={() => mutate('deployments')}>
            {t('exportMenu.deployments')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </>
  );
}
