import type { Translated } from '@atrium/common';
import differences from './differences/de';
import drivers from './drivers/de';
import type en from './en';
import engine from './engine/de';
import progress from './progress/de';
import shipped from './shipped/de';

export default {
  ...differences,
  ...drivers,
  ...engine,
  ...progress,
  ...shipped,
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
  'provisioning.effect.notServed':
    'für eine neue Anfrage danach gäbe es keine Definition',
  'provisioning.effect.otherDriver':
    'sie lässt sich nicht mehr ändern, weil der Treiber „{{current}}“ sie angelegt hat und „{{planned}}“ sie nicht kennt',
  'provisioning.effect.otherPlace':
    'sie lässt sich nicht mehr ändern, weil sie dafür umziehen müsste ({{current}} → {{planned}})',
  'provisioning.effect.parameters':
    'sie lässt sich nur zusammen mit ihren Parametern ändern ({{problems}})',
  'provisioning.effect.planGone':
    'ihr Plan „{{plan}}“ wird nicht mehr angeboten; sie behält ihn, bis sie geändert wird',
  'provisioning.effect.refused':
    'sie lässt sich nicht mehr ändern ({{problems}})',
  'provisioning.effect.servedBy':
    'für eine neue Anfrage danach gälte „{{definition}}“',
  'provisioning.lease.dataKept_one':
    'Der Zugang wird entzogen; die Daten bleiben noch {{count}} Tag',
  'provisioning.lease.dataKept_other':
    'Der Zugang wird entzogen; die Daten bleiben noch {{count}} Tage',
  'provisioning.lease.ends_one':
    'Die Lease von {{name}} endet innerhalb eines Tages',
  'provisioning.lease.ends_other':
    'Die Lease von {{name}} endet innerhalb von {{count}} Tagen',
  'provisioning.lease.extend_one':
    'Verlängere sie, um {{name}} ({{environment}}) zu behalten. Sonst kommt ab dann niemand mehr hinein, und einen Tag später wird alles entfernt.',
  'provisioning.lease.extend_other':
    'Verlängere sie, um {{name}} ({{environment}}) zu behalten. Sonst kommt ab dann niemand mehr hinein, und {{count}} Tage später wird alles entfernt.',
  'provisioning.lease.graceIsOver':
    'Die Schonfrist von {{name}} ist abgelaufen',
  'provisioning.lease.leaseIsOver': 'Die Lease von {{name}} ist abgelaufen',
  'provisioning.lease.removed': 'Alles wird entfernt, auch die Daten',
  'provisioning.problem.and': '{{first}}; {{more}}',
  'provisioning.problem.beingDeleted':
    '„{{name}}“ wird gerade gelöscht; frage noch einmal an, sobald es weg ist',
  'provisioning.problem.driverMissing':
    'Der Treiber „{{driver}}“ ist nicht installiert',
  'provisioning.problem.field': '„{{field}}“: {{problem}}',
  'provisioning.problem.leaseAtMost_one': 'Höchstens {{count}} Tag ist möglich',
  'provisioning.problem.leaseAtMost_other':
    'Höchstens {{count}} Tage sind möglich',
  'provisioning.problem.nameTaken':
    '„{{name}}“ gibt es für „{{scope}}“ in „{{environment}}“ schon',
  'provisioning.problem.neverExpires':
    'Eine Dauer ist nicht möglich: Die Ressource bleibt, bis jemand sie löscht',
  'provisioning.problem.noApprover':
    'Es braucht eine Freigabe, aber „provisioning.approvers“ nennt niemanden',
  'provisioning.problem.none': 'keine',
  'provisioning.problem.notServed':
    'Keine Definition bietet „{{type}}“ der Klasse „{{class}}“ in „{{environment}}“ an',
  'provisioning.problem.nothingChanges': 'Es würde sich nichts ändern',
  'provisioning.problem.oneOf': 'Zur Wahl stehen: {{names}}',
  'provisioning.problem.otherDriver':
    '„{{name}}“ hat der Treiber „{{current}}“ angelegt, und „{{planned}}“ kennt es nicht. Frage eine neue Ressource an und lösche diese, oder bitte das Plattformteam, „{{definition}}“ zurückzusetzen',
  'provisioning.problem.otherPlace':
    '„{{name}}“ kann nicht umziehen ({{current}} → {{planned}}). Frage eine neue Ressource an und lösche diese, oder bitte das Plattformteam, „{{definition}}“ zurückzusetzen',
  'provisioning.problem.quota':
    '„{{owner}}“ hat schon {{used}} von {{limit}} Ressourcen von „{{definition}}“',
  'provisioning.problem.removed': '„{{name}}“ gibt es nicht mehr',
  'provisioning.problem.sharedUnavailable':
    'Diese gemeinsame ID steht dir nicht zur Verfügung; wähle eine andere',
  'provisioning.problem.state': 'Zustand von „{{name}}“: {{state}}',
  'provisioning.reason.unknownOutcome':
    'Niemand weiß, was aus dem letzten Schritt geworden ist',
  'provisioning.refusal.alreadyShared': '„{{name}}“ wird nicht mehr geteilt',
  'provisioning.refusal.cancel':
    'Diese Anfrage können nur {{owners}} zurückziehen',
  'provisioning.refusal.changeWaits':
    'Eine Änderung von „{{name}}“ wartet schon auf Freigabe; ziehe sie zuerst zurück',
  'provisioning.refusal.changed':
    '„{{name}}“ hat sich gerade geändert; sieh es dir noch einmal an und entscheide neu',
  'provisioning.refusal.confirmName':
    'Zur Bestätigung braucht es den Namen der Ressource: „{{name}}“',
  'provisioning.refusal.credentialsElsewhere':
    'Das Portal hat die Zugangsdaten von „{{name}}“ nicht; auf der Seite der Ressource steht, wo sie sind',
  'provisioning.refusal.credentialsNotNeeded':
    '„{{name}}“ braucht keine Zugangsdaten',
  'provisioning.refusal.credentialsNotReady':
    'Die Zugangsdaten von „{{name}}“ gibt es, sobald es bereit ist. Zustand: {{state}}',
  'provisioning.refusal.credentialsTaken':
    'Diese Zugangsdaten wurden schon angezeigt und sind nicht mehr gespeichert. Rotiere sie, um neue zu bekommen',
  'provisioning.refusal.decide':
    'Du darfst über diese Anfrage nicht entscheiden. Wende dich an {{approvers}}',
  'provisioning.refusal.decideAny': 'Du darfst nicht über Anfragen entscheiden',
  'provisioning.refusal.definitions':
    'Nur das Plattformteam darf Definitionen schreiben',
  'provisioning.refusal.foreign':
    'Was dort ist, stammt nicht aus diesem Portal: {{evidence}}. Gib es stattdessen auf',
  'provisioning.refusal.invalid': 'Ungültige Eingabe: {{problems}}',
  'provisioning.refusal.isProtected':
    '„{{name}}“ ist geschützt. Sobald die Definition „{{definition}}“ das Löschen erlaubt, ändere „{{name}}“, damit das auch dafür gilt, und lösche es dann',
  'provisioning.refusal.isProtectedAndThere':
    '„{{name}}“ ist vor dem Löschen geschützt und vorhanden. Übernimm es stattdessen',
  'provisioning.refusal.isProtectedAndUnseen':
    '„{{name}}“ ist vor dem Löschen geschützt, und es ließ sich nicht feststellen, ob es vorhanden ist. Gib es auf, sobald der Anbieter sagt, dass es weg ist, oder übernimm es',
  'provisioning.refusal.manage': 'Nur {{owners}} kann diese Ressource ändern',
  'provisioning.refusal.nameTaken':
    '„{{name}}“ gibt es in „{{environment}}“ schon',
  'provisioning.refusal.noLease': '„{{name}}“ hat keine laufende Lease',
  'provisioning.refusal.nothingToAdopt':
    '„{{name}}“ ist nicht da, es gibt also nichts zu übernehmen. Gib es stattdessen auf',
  'provisioning.refusal.operate':
    'Darüber dürfen nur Administratoren des Portals entscheiden; bitte sie darum',
  'provisioning.refusal.otherPlan':
    'Was entstehen würde, ist nicht mehr, was du gesehen hast; sieh es dir noch einmal an und entscheide neu',
  'provisioning.refusal.otherPreview':
    'Was entstehen würde, ist nicht mehr, was du gesehen hast; sieh dir die Vorschau noch einmal an',
  'provisioning.refusal.ownRequest':
    'Über deine eigene Anfrage darfst du nicht entscheiden. Wende dich an {{approvers}}',
  'provisioning.refusal.removeLeftovers':
    'Nur Administratoren des Portals dürfen Überreste entfernen',
  'provisioning.refusal.request':
    'Ressourcen für {{name}} können nur Mitglieder anfragen. Wende dich an {{owners}}',
  'provisioning.refusal.requestIs.approved':
    'Die Anfrage ist schon freigegeben',
  'provisioning.refusal.requestIs.awaiting-approval':
    'Die Anfrage wartet auf Freigabe',
  'provisioning.refusal.requestIs.cancelled': 'Die Anfrage wurde zurückgezogen',
  'provisioning.refusal.requestIs.done': 'Die Anfrage ist schon erledigt',
  'provisioning.refusal.requestIs.failed': 'Die Anfrage ist fehlgeschlagen',
  'provisioning.refusal.requestIs.needs-attention':
    'Die Anfrage braucht Aufmerksamkeit',
  'provisioning.refusal.requestIs.rejected': 'Die Anfrage wurde abgelehnt',
  'provisioning.refusal.requestIs.running':
    'An der Anfrage wird schon gearbeitet',
  'provisioning.refusal.seeLeftovers':
    'Nur Administratoren des Portals dürfen Überreste sehen',
  'provisioning.refusal.state':
    'Das geht gerade nicht. Zustand von „{{name}}“: {{state}}',
  'provisioning.refusal.stateWanted':
    '„{{name}}“ ist im Zustand „{{state}}“, nicht „{{wanted}}“',
  'provisioning.refusal.unmakable':
    'Das lässt sich nicht mehr anlegen: {{problems}}',
  'provisioning.refusal.until_one':
    'Verlängern kannst du bis zu einem Zeitpunkt in der Zukunft, der höchstens {{count}} Tag entfernt ist',
  'provisioning.refusal.until_other':
    'Verlängern kannst du bis zu einem Zeitpunkt in der Zukunft, der höchstens {{count}} Tage entfernt ist',
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
  'provisioning.schema.const': 'Muss {{value}} sein',
  'provisioning.schema.enum': 'Zur Wahl stehen: {{values}}',
  'provisioning.schema.format': 'Muss das Format „{{format}}“ haben',
  'provisioning.schema.maxItems': 'Höchstens {{limit}} Einträge',
  'provisioning.schema.maxLength': 'Höchstens {{limit}} Zeichen',
  'provisioning.schema.maximum': 'Höchstens {{limit}}',
  'provisioning.schema.minItems': 'Mindestens {{limit}} Einträge',
  'provisioning.schema.minLength': 'Mindestens {{limit}} Zeichen',
  'provisioning.schema.minimum': 'Mindestens {{limit}}',
  'provisioning.schema.pattern': 'Muss dem Muster „{{pattern}}“ entsprechen',
  'provisioning.schema.required': 'Pflichtfeld',
  'provisioning.schema.type': 'Muss vom Typ {{type}} sein',
  'provisioning.schema.unknown': 'Dieses Feld gibt es hier nicht',
  'provisioning.sentence': '{{text}}.',
  'provisioning.state.approved': 'Freigegeben',
  'provisioning.state.awaiting-approval': 'Wartet auf Freigabe',
  'provisioning.state.creating': 'Wird erstellt',
  'provisioning.state.deleted': 'Gelöscht',
  'provisioning.state.deleting': 'Wird gelöscht',
  'provisioning.state.expiring': 'Lease abgelaufen',
  'provisioning.state.failed': 'Fehlgeschlagen',
  'provisioning.state.needs-attention': 'Braucht Aufmerksamkeit',
  'provisioning.state.ready': 'Bereit',
  'provisioning.state.requested': 'Angefragt',
  'provisioning.state.rotating': 'Zugangsdaten werden rotiert',
  'provisioning.state.updating': 'Wird geändert',
  'provisioning.state.withdrawn': 'Zurückgezogen',
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
  'provisioning.timeline.graceIsOver': 'Die Schonfrist ist abgelaufen',
  'provisioning.timeline.leaseIsOver': 'Die Lease ist abgelaufen',
  'provisioning.timeline.leftoverRemoved':
    'Was beim Anbieter übrig war, ist entfernt; geprüft, dass es weg ist',
  'provisioning.timeline.needsAttention': 'Braucht eine Entscheidung',
  'provisioning.timeline.needsNoApproval': 'Braucht keine Freigabe',
  'provisioning.timeline.nobodyGetsIn':
    'Niemand kommt mehr hinein; die Daten bleiben',
  'provisioning.timeline.ownerReminded_one':
    'Der Owner wurde erinnert, dass die Lease innerhalb eines Tages endet',
  'provisioning.timeline.ownerReminded_other':
    'Der Owner wurde erinnert, dass die Lease innerhalb von {{count}} Tagen endet',
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
  'provisioning.workload.ready': '{{ready}} von {{desired}} Pods sind bereit',
  'provisioning.workload.tooLate':
    'Nur {{ready}} von {{desired}} Pods waren rechtzeitig bereit',
} satisfies Translated<typeof en>;
