export default {
  'noteForm.newNote': 'New note',
  'noteForm.save': 'Save',
  'notesCard.empty': 'You have no notes here',
  'notesCard.emptyHint': 'Only you can see your notes.',
  'notesCard.title': 'My notes',
  'notesPage.empty': 'You have no notes yet',
  'notesPage.emptyHint': 'Open a component and add a note about it.',
  'notesPage.latestOf': 'The latest {{shown}} of {{totalItems}} notes',
} as const;
