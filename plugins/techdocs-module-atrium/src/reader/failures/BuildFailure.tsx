import { readField, ScrollRegion } from '@atrium/ui';
import { Alert, Button } from '@backstage/ui';
import { t } from '../../translation';
import styles from '../ReaderFrame.module.css';
import type { BuildFailureCause } from './readBuildFailure';
import { readBuildFailure } from './readBuildFailure';

export interface BuildFailureProps {
  error: Error;
  /** What was said while it was built. */
  log: string[];
  /** Whether an older version is shown. */
  isShown: boolean;
  onRetry(): void;
}

/** Why the newest version is not there, what is safe, and what happens next. */
export function BuildFailure({
  error,
  log,
  isShown,
  onRetry,
}: BuildFailureProps) {
  const reason = readBuildFailure(error);
  return (
    <Alert
      role="alert"
      className={styles.failure}
      status="warning"
      icon
      title={
        isShown
          ? t('buildFailure.theNewestVersionCouldNot')
          : t('buildFailure.thisDocumentationCouldNot')
      }
      description={
        <>
          <p>
            {isShown
              ? t('buildFailure.youAreReadingTheLast')
              : t('buildFailure.thePageYouOpened')}{' '}
            {nextStep(reason.cause)}
          </p>
          <p className={styles.reason}>{readField(reason, 'message')}</p>
          {log.length > 0 && (
            <details>
              <summary>{t('buildFailure.buildLog')}</summary>
              <ScrollRegion
                className={styles.log}
                label={t('buildFailure.buildLog')}
              >
                {log.map(withoutColours).join('\n')}
              </ScrollRegion>
            </details>
          )}
        </>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          {t('buildFailure.buildAgain')}
        </Button>
      }
    />
  );
}

function nextStep(cause: BuildFailureCause): string {
  switch (cause) {
    case 'repository':
      return t('buildFailure.itsOwnersHaveTo');
    case 'limits':
      return t('buildFailure.itTookMoreThan');
    case 'portal':
      return t('buildFailure.itIsTriedAgain');
    default:
      throw new Error(`Unknown cause '${cause satisfies never}'`);
  }
}

const ESCAPE = String.fromCharCode(27);
const COLOUR = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g');

/** The log is written for a terminal. */
function withoutColours(line: string): string {
  return line.replace(COLOUR, '');
}
