import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { textStyles } from '@atrium/ui';
import { useSloExport } from '../../hooks/useSloExport';
import styles from './ExportActions.module.css';

/** Props of {@link ExportActions}. */
export interface ExportActionsProps {
  id: string;
  name: string;
}

/** Takes an SLO elsewhere, and says what is lost on the way. */
export function ExportActions(props: ExportActionsProps) {
  const { openSlo, rules } = useSloExport(props);
  const error = openSlo.error ?? rules.error;
  return (
    <div className={styles.export}>
      <div className={textStyles.line}>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={openSlo.isPending}
          onPress={() => openSlo.mutate()}
        >
          OpenSLO
        </Button>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={rules.isPending}
          onPress={() => rules.mutate()}
        >
          Prometheus rules
        </Button>
      </div>
      {error && (
        <p role="alert" className={textStyles.bad}>
          Not exported: {error.message}
        </p>
      )}
      {rules.data && (
        <div role="status" className={styles.outcome}>
          <p className={textStyles.muted}>
            Saved {rules.data.fileName}.{' '}
            {rules.data.notConverted.length === 0
              ? 'All of it could be converted.'
              : 'What the rules do not say:'}
          </p>
          {rules.data.notConverted.length > 0 && (
            <ul className={styles.lost}>
              {rules.data.notConverted.map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
