export default {
  'appearanceSettings.keptInThisBrowserDates':
    'Kept in this browser. Dates and times are shown in the time zone of your system: {{timeZone}}.',
  'appearanceSettings.sameAsSystem': 'Same as system',
  'appearanceSettings.theme': 'Theme',
  'languageSettings.hint':
    'Kept in this browser. The page is loaded anew in the language you choose.',
  'languageSettings.language': 'Language',
  'profileSettings.inTheCatalog': 'In the catalog',
  'profileSettings.noneWhatYourTeamOwns':
    'None. What your team owns is shown as yours once the directory of your organisation lists you in a team.',
  'profileSettings.signOut': 'Sign out',
  'profileSettings.teams': 'Teams',
  'profileSettings.youCouldNotBeSigned':
    'You could not be signed out. Try again.',
  'settingsPage.appearance': 'Appearance',
  'settingsPage.profile': 'Profile',
} as const;
