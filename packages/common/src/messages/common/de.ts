import type { Translated } from '../messageTypes';
import type en from './en';

export default {
  'common.administrators': 'die Administratoren des Portals',
  'common.entityNotFound': 'Es gibt keine Entität „{{entityRef}}“',
  'common.file.changed':
    '„{{path}}“ hat sich inzwischen im Repository geändert; es wurde nichts geschrieben',
  'common.file.saysThis': 'Das steht schon in „{{path}}“',
  'common.views.membersOnly':
    'Die Ansichten von {{name}} dürfen nur Mitglieder ändern',
  'common.write.noAccount':
    'der Katalog nennt dein Konto dort nicht (Annotation {{annotation}} deines Users)',
  'common.write.noRight': '„{{login}}“ darf dort nicht schreiben',
  'common.write.refused':
    'In „{{repository}}“ auf „{{host}}“ wurde nichts geschrieben: Das Repository nimmt keine Pull-Requests an, und {{problem}}. Bitte jemanden, der das Repository pflegt, um die Änderung.',
  'common.write.refusedPipeline':
    'In „{{repository}}“ auf „{{host}}“ wurde nichts geschrieben: „{{path}}“ würde schon mit dem Push ausgeführt, bevor jemand die Änderung gesehen hat, und {{problem}}. Bitte jemanden, der das Repository pflegt, um die Änderung.',
} satisfies Translated<typeof en>;
