import { ViewChoice } from '@atrium/ui';
import { useThemeChoice } from '../queries/useThemeChoice';
import { t } from '../translation';
import styles from './SettingsPage.module.css';

const SYSTEM = 'system';

export function AppearanceSettings() {
  const { themes, chosen, choose } = useThemeChoice();
  return (
    <div className={styles.panel}>
      <ViewChoice
        label={t('appearanceSettings.theme')}
        views={[
          ...themes.map(({ id, title }) => ({ id, title })),
          { id: SYSTEM, title: t('appearanceSettings.sameAsSystem') },
        ]}
        chosen={chosen ?? SYSTEM}
        onChoose={id => choose(id === SYSTEM ? undefined : String(id))}
      />
      <p className={styles.hint}>
        {t('appearanceSettings.keptInThisBrowserDates', {
          timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        })}
      </p>
    </div>
  );
}
