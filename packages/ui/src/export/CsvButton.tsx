import { useMutation } from '@tanstack/react-query';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { type CsvCell, toCsv } from '@atrium/common';
import { errorMessage } from '../states/errorMessage';
import { t } from '../translation';
import { saveFile } from './saveFile';
import styles from './CsvButton.module.css';

/** Props of {@link CsvButton}. */
export interface CsvButtonProps {
  /** What the file is called, without `.csv`. */
  name: string;
  /** The rows, headings first; or the file, where the backend writes it. */
  readRows(): CsvCell[][] | Promise<CsvCell[][] | Blob>;
  isDisabled?: boolean;
}

/** Saves rows as a file for a spreadsheet. */
export function CsvButton({ name, readRows, isDisabled }: CsvButtonProps) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const rows = await readRows();
      saveFile(
        `${name}.csv`,
        rows instanceof Blob
          ? rows
          : new Blob([toCsv(rows)], { type: 'text/csv' }),
      );
    },
  });
  return (
    <div className={styles.line}>
      {error && (
        <span role="alert" className={styles.error}>
          {t('csvButton.notExported', { message: errorMessage(error) })}
        </span>
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiDownloadLine />}
        isDisabled={isDisabled}
        isPending={isPending}
        onPress={() => mutate()}
      >
        {t('csvButton.exportCsv')}
      </Button>
    </div>
  );
}
