import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'provisioning.action.create': 'Anlegen',
  'provisioning.action.delete': 'Entfernen',
  'provisioning.action.resume': 'Zugang zurückgeben',
  'provisioning.action.rotate': 'Neue Zugangsdaten',
  'provisioning.action.snapshot': 'Snapshot',
  'provisioning.action.suspend': 'Zugang entziehen',
  'provisioning.action.update': 'Änderung',
  'provisioning.engine.cannotAsk':
    'Der Anbieter lässt sich nicht fragen: {{message}}',
  'provisioning.engine.cutShort':
    'Abgebrochen: Der Worker, der daran gearbeitet hat, ist weg',
  'provisioning.engine.foreign':
    'Unter dem Namen „{{name}}“ ist etwas da, das nicht von diesem Portal stammt. Es blieb unberührt. {{evidence}}',
  'provisioning.engine.givenUp':
    'Nach {{attempts}} Versuchen aufgegeben. {{reason}}',
  'provisioning.engine.gone': 'Es ist nicht mehr da',
  'provisioning.engine.isProtected':
    'Die Definition schützt es davor, gelöscht zu werden',
  'provisioning.engine.lost':
    'Der Schritt „{{step}}“ wurde um {{at}} gesendet, und niemand weiß, was daraus geworden ist. {{evidence}}',
  'provisioning.engine.lostBecause':
    'Der Schritt „{{step}}“ wurde um {{at}} gesendet, und niemand weiß, was daraus geworden ist: {{message}}. {{evidence}}',
  'provisioning.engine.mayNotShowYet':
    'Der Anbieter zeigt vielleicht noch nicht, was angelegt wurde',
  'provisioning.engine.noAnswer':
    'Keine Antwort innerhalb von {{seconds}} Sekunden',
  'provisioning.engine.noDriver':
    'Den Treiber „{{driver}}“ gibt es in diesem Portal nicht mehr',
  'provisioning.engine.noSnapshots':
    'Die Definition verlangt vor dem Löschen einen Snapshot, und der Treiber kann keinen machen. Es wurde nichts entfernt',
  'provisioning.engine.noSuspension':
    'Der Treiber kann den Zugang nicht entziehen; Daten und Zugang bleiben, bis alles entfernt wird',
  'provisioning.engine.notAsAskedYet':
    'Es ist noch nicht so, wie es angefragt wurde',
  'provisioning.engine.refused': 'Der Anbieter hat abgelehnt',
  'provisioning.engine.removedElsewhere':
    'Es ist nicht mehr da: Jemand hat es außerhalb des Portals entfernt. Versuche es erneut, um es ohne seine Daten neu anzulegen, oder lösche es',
  'provisioning.engine.removedUnchecked':
    'Es wurde entfernt, aber niemand kann prüfen, ob es weg ist. {{evidence}}',
  'provisioning.engine.stillAtWork':
    'Der Anbieter war nach einer Stunde noch nicht fertig: {{message}}',
  'provisioning.engine.stillNotAsAsked':
    'Es ist immer noch nicht so, wie es angefragt wurde',
  'provisioning.engine.stopped': 'Das Portal wurde angehalten',
  'provisioning.engine.unreachable':
    'Der Anbieter ist nicht erreichbar: {{message}}',
  'provisioning.leftover.cannotSnapshot':
    'Die Definition von „{{name}}“ verlangt vor dem Löschen einen Snapshot, und der Treiber kann keinen machen',
  'provisioning.leftover.confirmName':
    'Zur Bestätigung braucht es den Namen: „{{name}}“',
  'provisioning.leftover.failed':
    '„{{name}}“ ließ sich nicht entfernen: {{reason}}',
  'provisioning.leftover.gone':
    '„{{name}}“ ist nicht mehr da; es wurde nichts entfernt',
  'provisioning.leftover.isProtected':
    'Die Definition von „{{name}}“ schützt es davor, gelöscht zu werden',
  'provisioning.leftover.isThere': 'der Anbieter hat es noch',
  'provisioning.leftover.kept': 'Aufbewahrt: {{snapshot}}',
  'provisioning.leftover.leftAlone': '„{{name}}“ blieb unberührt: {{reason}}',
  'provisioning.leftover.noReason': 'der Anbieter hat keinen Grund genannt',
  'provisioning.leftover.noOwner':
    'Der Owner „{{owner}}“ steht nicht mehr im Katalog',
  'provisioning.leftover.none':
    'An dieser Stelle gibt es keinen Überrest „{{name}}“',
  'provisioning.leftover.notGoneYet':
    '„{{name}}“ ist noch nicht weg: {{reason}}',
  'provisioning.leftover.notThere': 'es ist nicht da',
  'provisioning.leftover.state':
    '„{{name}}“ ist im Zustand „{{state}}“: Lösche stattdessen die Ressource',
  'provisioning.leftover.unknown': 'Das Portal hat keine solche Ressource',
  'provisioning.leftover.unrecorded':
    'Dieses Portal weiß nichts von „{{name}}“, es gehört also vielleicht einem anderen. Entferne es beim Anbieter, wenn du sicher bist',
  'provisioning.leftover.unused': 'Keine Komponente hängt mehr davon ab',
  'provisioning.leftover.wasDeleted':
    'Es ist noch da, obwohl „{{name}}“ gelöscht wurde',
  'provisioning.proof.nothing':
    'Nichts: „{{name}}“ war nicht da, als danach gesucht wurde',
  'provisioning.reason.deleted': 'Es wurde gelöscht',
  'provisioning.reason.toBeDeleted': 'Die Ressource soll gelöscht werden',
  'provisioning.score.annotation':
    '„{{entity}}“ braucht die Annotation „{{annotation}}“, an der seine Objekte zu erkennen sind',
  'provisioning.score.apply':
    'Die Workloads von „{{owner}}“ können nur Mitglieder anwenden',
  'provisioning.score.cannotApply': 'Es lässt sich nicht anwenden:\n{{lines}}',
  'provisioning.score.cannotRun':
    '„{{name}}“ kann in „{{environment}}“ noch nicht laufen:\n{{lines}}',
  'provisioning.score.cannotUse':
    '„{{path}}“ lässt sich nicht verwenden:\n{{lines}}',
  'provisioning.score.changed':
    'Inzwischen würde sich etwas anderes ändern: Sieh es dir noch einmal an',
  'provisioning.score.clusterSilent': 'Der Cluster hat nicht geantwortet',
  'provisioning.score.environment':
    'Die Umgebung „{{name}}“ gibt es nicht; zur Wahl stehen: {{names}}',
  'provisioning.score.foreign':
    '{{kind}} „{{name}}“ gibt es schon, und nichts belegt, dass es zu dieser Komponente gehört',
  'provisioning.score.noClaim':
    'Keine Regel unter „workloads.claims“ bestätigt, dass „{{entity}}“ im Namespace „{{namespace}}“ von „{{cluster}}“ Objekte haben darf: Bitte das Plattformteam um eine',
  'provisioning.score.noFile':
    '„{{entity}}“ nennt keine Score-Datei: Dafür ist die Annotation „{{annotation}}“ da',
  'provisioning.score.noModule':
    'Dieses Portal hat kein Modul, das Workloads auf Cluster anwendet',
  'provisioning.score.noPlace':
    'Die Konfiguration gibt „{{owner}}“ keinen Namespace für „{{environment}}“: Bitte das Plattformteam um einen unter „provisioning.score.targets“',
  'provisioning.score.nothingToPromote':
    'In „{{environment}}“ läuft davon nichts, es gibt also nichts zu übernehmen',
  'provisioning.share.uses':
    'Nutzt „{{name}}“ von „{{owner}}“, das es schon gibt',
  'provisioning.share.usesFor':
    'Nutzt „{{name}}“ von „{{owner}}“, das es schon gibt; „{{entity}}“ hängt von da an davon ab',
  'provisioning.update.changed': '{{name}}: aus {{before}} wird {{after}}',
  'provisioning.update.deletion.delete':
    'Die Ressource kann danach im Portal gelöscht werden, ihre Daten werden mitgelöscht',
  'provisioning.update.deletion.protect':
    'Die Ressource kann danach nicht mehr im Portal gelöscht werden',
  'provisioning.update.deletion.snapshot-then-delete':
    'Die Ressource kann danach im Portal gelöscht werden, ihre Daten werden vorher in einem Snapshot gesichert',
  'provisioning.update.differences':
    'Was beim Anbieter abweicht, wird neu gesetzt',
  'provisioning.update.lease.begins_one':
    'Ihre Lease ist abgelaufen oder endet bald: eine neue über {{count}} Tag beginnt',
  'provisioning.update.lease.begins_other':
    'Ihre Lease ist abgelaufen oder endet bald: eine neue über {{count}} Tage beginnt',
  'provisioning.update.lease.none':
    'Ihre Lease ist abgelaufen oder endet bald: die Ressource hat danach keine mehr und bleibt, bis sie gelöscht wird',
  'provisioning.update.nothing': 'nichts',
  'provisioning.update.plan': 'Plan: aus {{before}} wird {{after}}',
} satisfies Translated<typeof en>;
