import { ViewChoice } from '@atrium/ui';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { t } from '../translation';
import styles from './SettingsPage.module.css';

/** Each in its own words: who cannot read the page finds theirs. */
const NAMES: Record<string, string> = { en: 'English', de: 'Deutsch' };

/** In which language somebody reads the portal, where there are several. */
export function LanguageSettings() {
  const languageApi = useApi(appLanguageApiRef);
  const { languages } = languageApi.getAvailableLanguages();
  const { language } = languageApi.getLanguage();
  if (languages.length < 2) {
    return null;
  }
  return (
    <div className={styles.panel}>
      <ViewChoice
        label={t('languageSettings.language')}
        views={languages.map(id => ({ id, title: NAMES[id] ?? id }))}
        chosen={language}
        onChoose={id => languageApi.setLanguage(String(id))}
      />
      <p className={styles.hint}>{t('languageSettings.hint')}</p>
    </div>
  );
}
