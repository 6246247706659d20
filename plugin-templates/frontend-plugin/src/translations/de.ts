import type { Translated } from '@atrium/ui';
import type en from './en';

export default {
  'noteForm.newNote': 'Neue Notiz',
  'noteForm.save': 'Speichern',
  'notesCard.empty': 'Du hast hier keine Notizen',
  'notesCard.emptyHint': 'Deine Notizen siehst nur du.',
  'notesCard.title': 'Meine Notizen',
  'notesPage.empty': 'Du hast noch keine Notizen',
  'notesPage.emptyHint': 'Öffne eine Komponente und schreib eine Notiz dazu.',
  'notesPage.latestOf': 'Die neuesten {{shown}} von {{totalItems}} Notizen',
} satisfies Translated<typeof en>;
