export default {
  'appearanceSettings.keptInThisBrowserDates':
    'Saved in this browser. Dates and times are shown in the time zone of your system: {{timeZone}}.',
  'appearanceSettings.sameAsSystem': 'Same as system',
  'appearanceSettings.theme': 'Theme',
  'languageSettings.hint':
    'Saved in this browser. The page reloads in the language you choose.',
  'languageSettings.language': 'Language',
  'profileSettings.inTheCatalog': 'In the catalog',
  'profileSettings.noneWhatYourTeamOwns':
    'None. What your team owns is shown as yours once your organisation’s directory lists you in a team.',
  'profileSettings.signOut': 'Sign out',
  'profileSettings.teams': 'Teams',
  'profileSettings.youCouldNotBeSigned': 'Signing out failed. Try again.',
  'settingsPage.appearance': 'Appearance',
  'settingsPage.profile': 'Profile',
} as const;
