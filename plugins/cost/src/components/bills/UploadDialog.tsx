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
import styles from './bills.module.css';

const BYTES_PER_MB = 1_000_000;

type Format = NonNullable<UploadQuery['format']>;

const FORMATS: { value: Format; label: string }[] = [
  { value: 'focus', label: 'FOCUS 1.0 to 1.4, CSV or Parquet' },
  { value: 'daily', label: 'Daily CSV' },
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
      title="Upload a bill"
      action="Upload"
      failure="It was not uploaded, and nothing changed"
      change={upload}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className={textStyles.muted}>
        The file takes the place of what the same source had for its billing
        periods. When it breaks rules of its format, nothing changes, and its
        report says where.
      </p>
      <FormField
        label="Source"
        description="Whose bill: lower case letters, digits and hyphens."
        value={source}
        problem={
          isSent && !isSource
            ? 'Say whose bill it is, such as aws or hosting-bill'
            : undefined
        }
        onChange={setSource}
      />
      <Select
        label="Format"
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
        <label htmlFor={fileId}>File</label>
        <input
          id={fileId}
          type="file"
          accept=".csv,.gz,.parquet"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
        {isSent && !file && (
          <span role="alert" className={textStyles.bad}>
            Choose a file
          </span>
        )}
        {file && (
          <span className={textStyles.muted}>
            {formatNumber(Math.ceil((10 * file.size) / BYTES_PER_MB) / 10)} MB
          </span>
        )}
      </div>
    </ActionDialog>
  );
}
