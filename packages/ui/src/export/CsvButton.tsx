import { useMutation } from '@tanstack/react-query';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { type CsvCell, toCsv } from '@atrium/common';
import { saveFile } from './saveFile';
import styles from './CsvButton.module.css';

/** Props of {@link CsvButton}. */
export interface CsvButtonProps {
  /** What the file is called, without `.csv`. */
  name: string;
  /** The rows, headings first. */
  readRows(): CsvCell[][] | Promise<CsvCell[][]>;
  isDisabled?: boolean;
}

/** Saves rows as a file for a spreadsheet. */
export function CsvButton({ name, readRows, isDisabled }: CsvButtonProps) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const csv = toCsv(await readRows());
      saveFile(`${name}.csv`, new Blob([csv], { type: 'text/csv' }));
    },
  });
  return (
    <div className={styles.line}>
      {error && (
        <span role="alert" className={styles.error}>
          Not exported: {error.message}
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
        Export CSV
      </Button>
    </div>
  );
}
