export default {
  'noteForm.newNote': 'New note',
  'noteForm.save': 'Save',
  'notesCard.empty': 'You have no notes here',
  'notesCard.emptyHint': 'Only you see what you write below.',
  'notesCard.title': 'My notes',
  'notesPage.empty': 'You have no notes yet',
  'notesPage.emptyHint':
    'Open a component and write down what you want to remember about it.',
  'notesPage.latestOf': 'The latest {{shown}} of {{totalItems}} notes',
} as const;
