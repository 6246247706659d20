import type { Translated } from '@atrium/ui';
import type en from './en';

export default {
  'appearanceSettings.keptInThisBrowserDates':
    'Wird in diesem Browser gespeichert. Datum und Uhrzeit erscheinen in der Zeitzone deines Systems: {{timeZone}}.',
  'appearanceSettings.sameAsSystem': 'Wie das System',
  'appearanceSettings.theme': 'Design',
  'languageSettings.hint':
    'Wird in diesem Browser gespeichert. Die Seite wird in der gewählten Sprache neu geladen.',
  'languageSettings.language': 'Sprache',
  'profileSettings.inTheCatalog': 'Im Katalog',
  'profileSettings.noneWhatYourTeamOwns':
    'Keine. Was deinem Team gehört, erscheint bei dir, sobald dich das Verzeichnis deiner Organisation in einem Team führt.',
  'profileSettings.signOut': 'Abmelden',
  'profileSettings.teams': 'Teams',
  'profileSettings.youCouldNotBeSigned':
    'Das Abmelden ist fehlgeschlagen. Versuche es erneut.',
  'settingsPage.appearance': 'Darstellung',
  'settingsPage.profile': 'Profil',
} satisfies Translated<typeof en>;
