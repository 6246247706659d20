import { PageBody, Section, titleText } from '@atrium/ui';
import type { TranslationRefTuple } from '@backstage/frontend-plugin-api';
import { t } from '../translation';
import { AppearanceSettings } from './AppearanceSettings';
import { LanguageSettings } from './LanguageSettings';
import { ProfileSettings } from './ProfileSettings';
import styles from './SettingsPage.module.css';

export interface SettingsPageProps {
  /** What other plugins let people set. */
  sections: {
    title: string;
    titleTranslation?: TranslationRefTuple<undefined>;
    element: JSX.Element;
  }[];
}

/** Who somebody is to the portal, and how they want it. */
export function SettingsPage({ sections }: SettingsPageProps) {
  return (
    <PageBody>
      <div className={styles.sections}>
        <Section title={t('settingsPage.profile')}>
          <ProfileSettings />
        </Section>
        <Section title={t('settingsPage.appearance')}>
          <AppearanceSettings />
          <LanguageSettings />
        </Section>
        {sections.map(({ title, titleTranslation, element }) => (
          <Section key={title} title={titleText(title, titleTranslation)}>
            {element}
          </Section>
        ))}
      </div>
    </PageBody>
  );
}
