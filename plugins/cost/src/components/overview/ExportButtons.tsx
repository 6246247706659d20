import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { BreakdownQuery } from '@atrium/plugin-cost-common';
import { errorMessage, saveFile, textStyles } from '@atrium/ui';
import { useCostMutation } from '../../hooks/costHooks';
import { t } from '../../translation';

const FORMATS = ['csv', 'xlsx'] as const;

/** Props of {@link ExportButtons}. */
export interface ExportButtonsProps {
  query: BreakdownQuery;
}

/** Saves what is shown, with all digits, as the backend writes it. */
export function ExportButtons({ query }: ExportButtonsProps) {
  const { mutate, variables, isPending, error } = useCostMutation(
    async (api, format: (typeof FORMATS)[number]) => {
      const file = await api.downloadBreakdown(query, format);
      saveFile(`cost-by-${query.groupBy}.${format}`, file);
    },
    { invalidates: false },
  );
  return (
    <div className={textStyles.line}>
      {error && (
        <span role="alert" className={textStyles.bad}>
          {t('exportButtons.notExported', { error: errorMessage(error) })}
        </span>
      )}
      {FORMATS.map(format => (
        <Button
          key={format}
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={isPending && variables === format}
          onPress={() => mutate(format)}
        >
          {t('exportButtons.export', {
            format: format.toLocaleUpperCase('en-US'),
          })}
        </Button>
      ))}
    </div>
  );
}
