import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { errorMessage, textStyles } from '@atrium/ui';
import { useSloExport } from '../../hooks/useSloExport';
import { t } from '../../translation';
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
          {t('exportActions.openSlo')}
        </Button>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={rules.isPending}
          onPress={() => rules.mutate()}
        >
          {t('exportActions.prometheusRules')}
        </Button>
      </div>
      {error && (
        <p role="alert" className={textStyles.bad}>
          {t('exportActions.notExported', { message: errorMessage(error) })}
        </p>
      )}
      {rules.data && (
        <div role="status" className={styles.outcome}>
          <p className={textStyles.muted}>
            {t('exportActions.saved', { fileName: rules.data.fileName })}
            {rules.data.notConverted.length === 0
              ? t('exportActions.allOfItCouldBe')
              : t('exportActions.whatTheRulesDoNot')}
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
