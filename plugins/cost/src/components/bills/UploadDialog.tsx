import { useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  type UploadQuery,
  uploadQuerySchema,
} from '@atrium/plugin-cost-common';
import { ActionDialog, formatNumber, textStyles } from '@atrium/ui';
import { FormField } from '@atrium/ui/editor';
import { useUpload } from '../../hooks/useImports';
import { importRouteRef } from '../../routes';
import { t } from '../../translation';
import styles from './bills.module.css';

const BYTES_PER_MB = 1_000_000;

type Format = NonNullable<UploadQuery['format']>;

const FORMATS: { value: Format; label: string }[] = [
  {
    value: 'focus',
    get label() {
      return t('uploadDialog.focus10To1');
    },
  },
  {
    value: 'daily',
    get label() {
      return t('uploadDialog.dailyCsv');
    },
  },
];

/** Props of {@link UploadDialog}. */
export interface UploadDialogProps {
  onClose(): void;
}

/** Sends the file of a bill, and goes to its report. */
export function UploadDialog({ onClose }: UploadDialogProps) {
  const [source, setSource] = useState('');
  const [format, setFormat] = useState<Format>('focus');
  const [file, setFile] = useState<File>();
  const [isSent, setIsSent] = useState(false);
  const fileId = useId();
  const upload = useUpload();
  const navigate = useNavigate();
  const toImport = useRouteRef(importRouteRef);
  const isSource = uploadQuerySchema.shape.source.safeParse(source).success;
  function confirm() {
    setIsSent(true);
    if (file && isSource) {
      upload.mutate(
        { source, name: file.name, format, file },
        {
          onSuccess: ({ id }) => {
            onClose();
            const href = toImport?.({ importId: id });
            if (href) {
              navigate(href);
            }
          },
        },
      );
    }
  }
  return (
    <ActionDialog
      title={t('uploadDialog.uploadABill')}
      action={t('uploadDialog.upload')}
      failure={t('uploadDialog.itWasNotUploadedAnd')}
      change={upload}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className={textStyles.muted}>
        {t('uploadDialog.theFileTakesThePlace')}
      </p>
      <FormField
        label={t('uploadDialog.source')}
        description={t('uploadDialog.whoseBillLowerCaseLetters')}
        value={source}
        problem={
          isSent && !isSource ? t('uploadDialog.sayWhoseBillItIs') : undefined
        }
        onChange={setSource}
      />
      <Select
        label={t('uploadDialog.format')}
        options={FORMATS}
        value={format}
        onChange={chosen => {
          const known = FORMATS.find(({ value }) => value === chosen);
          if (known) {
            setFormat(known.value);
          }
        }}
      />
      <div className={styles.file}>
        <label htmlFor={fileId}>{t('uploadDialog.file')}</label>
        <input
          id={fileId}
          type="file"
          accept=".csv,.gz,.parquet"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
        {isSent && !file && (
          <span role="alert" className={textStyles.bad}>
            {t('uploadDialog.chooseAFile')}
          </span>
        )}
        {file && (
          <span className={textStyles.muted}>
            {t('uploadDialog.mb', {
              size: formatNumber(
                Math.ceil((10 * file.size) / BYTES_PER_MB) / 10,
              ),
            })}
          </span>
        )}
      </div>
    </ActionDialog>
  );
}
