import type { Translated } from '../messageTypes';
import type en from './en';

export default {
  'templates.refusal.ended':
    'Der Lauf ist schon zu Ende (Status „{{status}}“); es gibt nichts abzubrechen.',
  'templates.refusal.filesGone':
    'Die Dateien dieses Laufs werden nicht mehr aufbewahrt, deshalb kann er nicht fortgesetzt werden. Was seine fertigen Schritte angelegt haben, ist noch da. Führe das Template neu aus.',
  'templates.refusal.host':
    'Den Host „{{value}}“ dürfen Templates nicht verwenden; es wurde nichts angelegt. Zur Wahl stehen: {{offered}}.',
  'templates.refusal.noOwner':
    'Im Katalog gibt es kein Team „{{ownerRef}}“; es wurde nichts angelegt. Wähle einen Owner, den es gibt.',
  'templates.refusal.noTemplate':
    'Im Katalog gibt es kein Template „{{template}}“',
  'templates.refusal.organisation':
    'Die Organisation „{{value}}“ dürfen Templates nicht verwenden; es wurde nichts angelegt. Zur Wahl stehen: {{offered}}.',
  'templates.refusal.owner':
    'Nur Mitglieder von „{{owner}}“ und der Teams darunter dürfen etwas anlegen, das dem Team gehört; es wurde nichts angelegt. Wähle ein eigenes Team oder bitte jemanden aus dem Team, das Template auszuführen.',
  'templates.refusal.repositoryExists':
    'Das Repository „{{repository}}“ gibt es auf „{{host}}“ schon; es wurde nichts angelegt. Wähle einen anderen Namen.',
  'templates.refusal.repositoryWrite':
    'In „{{repository}}“ auf „{{host}}“ wurde nichts geändert: {{problem}}. Bitte jemanden, der das Repository pflegt, das Template auszuführen.',
  'templates.run.cancelled': '{{subject}} wurde abgebrochen',
  'templates.run.cancelledDetail':
    'Was die fertigen Schritte angelegt haben, ist noch da.',
  'templates.run.completed': '{{subject}} ist fertig',
  'templates.run.completedDetail':
    'Der Lauf ist abgeschlossen und verlinkt, was er angelegt hat.',
  'templates.run.failed': '{{subject}} ist fehlgeschlagen',
  'templates.run.failedDetail': 'Das Log sagt, warum.',
  'templates.run.of': '{{template}}: {{name}}',
  'templates.run.template': 'Das Template',
} satisfies Translated<typeof en>;
