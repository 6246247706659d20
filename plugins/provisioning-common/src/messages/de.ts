import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'provisioning.approval.budgetSpent':
    'Das Error-Budget von „{{name}}“ ist aufgebraucht ({{slos}})',
  'provisioning.approval.budgetUnknown':
    'Gerade lässt sich nicht sagen, ob „{{name}}“ noch Error-Budget hat',
  'provisioning.approval.definition': '„{{definition}}“ braucht eine Freigabe',
  'provisioning.approval.shared': '„{{name}}“ gehört „{{owner}}“',
  'provisioning.approved.create':
    '{{person}} hat deine Anfrage freigegeben, „{{name}}“ ({{type}}) in {{environment}} anzulegen',
  'provisioning.approved.delete':
    '{{person}} hat deine Anfrage freigegeben, „{{name}}“ ({{type}}) in {{environment}} zu löschen',
  'provisioning.approved.extend':
    '{{person}} hat deine Anfrage freigegeben, „{{name}}“ ({{type}}) in {{environment}} zu verlängern',
  'provisioning.approved.rotate':
    '{{person}} hat deine Anfrage freigegeben, die Zugangsdaten von „{{name}}“ ({{type}}) in {{environment}} zu erneuern',
  'provisioning.approved.share':
    '{{person}} hat deine Anfrage freigegeben, „{{name}}“ ({{type}}) in {{environment}} mitzunutzen',
  'provisioning.approved.update':
    '{{person}} hat deine Anfrage freigegeben, „{{name}}“ ({{type}}) in {{environment}} zu ändern',
  'provisioning.lease.dataKept_one':
    'Der Zugang wird entzogen; die Daten bleiben noch {{count}} Tag',
  'provisioning.lease.dataKept_other':
    'Der Zugang wird entzogen; die Daten bleiben noch {{count}} Tage',
  'provisioning.lease.ends_one':
    'Der Lease von {{name}} endet innerhalb eines Tages',
  'provisioning.lease.ends_other':
    'Der Lease von {{name}} endet innerhalb von {{count}} Tagen',
  'provisioning.lease.extend_one':
    'Verlängere ihn, um {{name}} ({{environment}}) zu behalten. Sonst kommt ab dann niemand mehr hinein, und einen Tag später wird alles entfernt.',
  'provisioning.lease.extend_other':
    'Verlängere ihn, um {{name}} ({{environment}}) zu behalten. Sonst kommt ab dann niemand mehr hinein, und {{count}} Tage später wird alles entfernt.',
  'provisioning.lease.graceIsOver': 'Die Schonfrist von {{name}} ist vorbei',
  'provisioning.lease.leaseIsOver': 'Der Lease von {{name}} ist vorbei',
  'provisioning.lease.removed': 'Alles wird entfernt, auch die Daten',
  'provisioning.reason.unknownOutcome':
    'Niemand weiß, was aus dem letzten Schritt geworden ist',
  'provisioning.rejected.create':
    '{{person}} hat deine Anfrage abgelehnt, „{{name}}“ ({{type}}) in {{environment}} anzulegen',
  'provisioning.rejected.delete':
    '{{person}} hat deine Anfrage abgelehnt, „{{name}}“ ({{type}}) in {{environment}} zu löschen',
  'provisioning.rejected.extend':
    '{{person}} hat deine Anfrage abgelehnt, „{{name}}“ ({{type}}) in {{environment}} zu verlängern',
  'provisioning.rejected.rotate':
    '{{person}} hat deine Anfrage abgelehnt, die Zugangsdaten von „{{name}}“ ({{type}}) in {{environment}} zu erneuern',
  'provisioning.rejected.share':
    '{{person}} hat deine Anfrage abgelehnt, „{{name}}“ ({{type}}) in {{environment}} mitzunutzen',
  'provisioning.rejected.update':
    '{{person}} hat deine Anfrage abgelehnt, „{{name}}“ ({{type}}) in {{environment}} zu ändern',
  'provisioning.sentence': '{{text}}.',
  'provisioning.step.again': '{{step}}, Versuch {{attempt}}',
  'provisioning.step.create': 'Anlegen, {{location}}',
  'provisioning.step.delete': 'Entfernen, {{location}}',
  'provisioning.step.resume': 'Zugang zurückgeben, {{location}}',
  'provisioning.step.rotate': 'Neue Zugangsdaten, {{location}}',
  'provisioning.step.snapshot': 'Snapshot, {{location}}',
  'provisioning.step.suspend': 'Zugang entziehen, {{location}}',
  'provisioning.step.update': 'Änderung, {{location}}',
  'provisioning.timeline.abandonedAndRemoved':
    'Aufgegeben; was da ist, wird entfernt',
  'provisioning.timeline.abandonedUnchecked':
    'Aufgegeben; niemand hat geprüft, ob noch etwas da ist',
  'provisioning.timeline.adopted': 'Übernommen',
  'provisioning.timeline.approved': 'Freigegeben',
  'provisioning.timeline.cancelled': 'Abgebrochen',
  'provisioning.timeline.changeRequested': 'Änderung angefragt',
  'provisioning.timeline.changeWaits': 'Eine Änderung wartet auf Freigabe',
  'provisioning.timeline.created': 'Wird angelegt',
  'provisioning.timeline.credentialsRequested': 'Neue Zugangsdaten angefragt',
  'provisioning.timeline.credentialsTaken': 'Zugangsdaten abgeholt',
  'provisioning.timeline.deleted': 'Gelöscht',
  'provisioning.timeline.deletionRequested': 'Löschung angefragt',
  'provisioning.timeline.drifted':
    'Es ist nicht mehr so, wie es angelegt wurde',
  'provisioning.timeline.extended': 'Verlängert',
  'provisioning.timeline.failed': 'Fehlgeschlagen',
  'provisioning.timeline.generation':
    'Generation {{generation}}; das Portal behält sie nicht mehr',
  'provisioning.timeline.gone':
    'Es ist nicht da: Jemand hat es außerhalb des Portals entfernt',
  'provisioning.timeline.graceIsOver': 'Die Schonfrist ist vorbei',
  'provisioning.timeline.leaseIsOver': 'Der Lease ist vorbei',
  'provisioning.timeline.leftoverRemoved':
    'Was beim Anbieter übrig war, ist entfernt; geprüft, dass es weg ist',
  'provisioning.timeline.needsAttention': 'Braucht eine Entscheidung',
  'provisioning.timeline.needsNoApproval': 'Braucht keine Freigabe',
  'provisioning.timeline.nobodyGetsIn':
    'Niemand kommt mehr hinein; die Daten bleiben',
  'provisioning.timeline.ownerReminded_one':
    'Der Owner wurde erinnert, dass der Lease innerhalb eines Tages endet',
  'provisioning.timeline.ownerReminded_other':
    'Der Owner wurde erinnert, dass der Lease innerhalb von {{count}} Tagen endet',
  'provisioning.timeline.planChanged':
    'Der Plan hat sich seit der Anfrage geändert',
  'provisioning.timeline.ready': 'Bereit',
  'provisioning.timeline.rejected': 'Abgelehnt',
  'provisioning.timeline.requested': 'Angefragt',
  'provisioning.timeline.requestedAgain': 'Erneut angefragt',
  'provisioning.timeline.sameAgain':
    'Alles ist wieder so, wie es angelegt wurde',
  'provisioning.timeline.somethingElse':
    'An der Stelle ist etwas anderes: {{evidence}}',
  'provisioning.timeline.triedAgain': 'Erneut versucht',
  'provisioning.timeline.usedToo': '„{{entity}}“ nutzt es auch',
  'provisioning.timeline.waitsForApproval': 'Wartet auf Freigabe',
  'provisioning.wanted.create':
    '{{person}} möchte „{{name}}“ ({{type}}) in {{environment}} anlegen',
  'provisioning.wanted.delete':
    '{{person}} möchte „{{name}}“ ({{type}}) in {{environment}} löschen',
  'provisioning.wanted.extend':
    '{{person}} möchte „{{name}}“ ({{type}}) in {{environment}} verlängern',
  'provisioning.wanted.rotate':
    '{{person}} möchte die Zugangsdaten von „{{name}}“ ({{type}}) in {{environment}} erneuern',
  'provisioning.wanted.share':
    '{{person}} möchte „{{name}}“ ({{type}}) in {{environment}} mitnutzen',
  'provisioning.wanted.update':
    '{{person}} möchte „{{name}}“ ({{type}}) in {{environment}} ändern',
} satisfies Translated<typeof en>;
