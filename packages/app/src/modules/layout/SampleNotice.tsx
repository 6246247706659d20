import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { t } from '../../translation';
import styles from './SampleNotice.module.css';

/** Says on every page of the sandbox that nothing in it is real. */
export function SampleNotice() {
  const isSandbox = useApi(configApiRef).getOptionalBoolean('atrium.sandbox');
  return isSandbox ? (
    <p className={styles.notice}>
      {t('sampleNotice.sampleDataThisOrganisationIts')}
    </p>
  ) : null;
}
