import { PageBody, Section } from '@atrium/ui';
import { AppearanceSettings } from './AppearanceSettings';
import { ProfileSettings } from './ProfileSettings';
import styles from './SettingsPage.module.css';

export interface SettingsPageProps {
  /** What other plugins let people set. */
  sections: { title: string; element: JSX.Element }[];
}

/** Who somebody is to the portal, and how they want it. */
export function SettingsPage({ sections }: SettingsPageProps) {
  return (
    <PageBody>
      <div className={styles.sections}>
        <Section title="Profile">
          <ProfileSettings />
        </Section>
        <Section title="Appearance">
          <AppearanceSettings />
        </Section>
        {sections.map(({ title, element }) => (
          <Section key={title} title={title}>
            {element}
          </Section>
        ))}
      </div>
    </PageBody>
  );
}
