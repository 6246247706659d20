import { ViewChoice } from '@atrium/ui';
import { useThemeChoice } from '../queries/useThemeChoice';
import styles from './SettingsPage.module.css';

const SYSTEM = 'system';

export function AppearanceSettings() {
  const { themes, chosen, choose } = useThemeChoice();
  return (
    <div className={styles.panel}>
      <ViewChoice
        label="Theme"
        views={[
          ...themes.map(({ id, title }) => ({ id, title })),
          { id: SYSTEM, title: 'Same as system' },
        ]}
        chosen={chosen ?? SYSTEM}
        onChoose={id => choose(id === SYSTEM ? undefined : String(id))}
      />
      <p className={styles.hint}>
        Kept in this browser. Dates and times are shown in the time zone of your
        system: {new Intl.DateTimeFormat().resolvedOptions().timeZone}.
      </p>
    </div>
  );
}
