import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'provisioning.automation.answered':
    'Die Automatisierung „{{name}}“ hat mit {{status}} geantwortet',
  'provisioning.automation.contract':
    'Die Antwort der Automatisierung „{{name}}“ hält sich nicht an die Schnittstelle: {{issues}}',
  'provisioning.automation.has':
    'Die Automatisierung „{{name}}“ hat dort „{{thing}}“ der Ressource „{{resource}}“',
  'provisioning.automation.hasOther':
    'Die Automatisierung „{{name}}“ hat unter der ID dieser Ressource etwas anderes',
  'provisioning.automation.incomplete':
    'Die Automatisierung „{{name}}“ hat nicht vollständig geantwortet: {{answer}}',
  'provisioning.automation.keepsCredentials':
    '{{title}} verwahrt die Zugangsdaten und kann sie nicht rotieren',
  'provisioning.automation.listsTooMuch':
    'Die Automatisierung „{{name}}“ listet mehr als {{resources}} Ressourcen oder {{pages}} Seiten auf',
  'provisioning.automation.noReason': 'Ohne Begründung',
  'provisioning.automation.redirects':
    'Die Automatisierung „{{name}}“ hat mit {{status}} geantwortet, und Weiterleitungen folgt das Portal nicht',
  'provisioning.automation.said':
    'Die Automatisierung „{{name}}“ hat mit {{status}} geantwortet: {{answer}}',
  'provisioning.automation.slow':
    'Die Automatisierung „{{name}}“ hat nicht innerhalb von {{seconds}} Sekunden geantwortet',
  'provisioning.automation.type':
    'Die Automatisierung „{{name}}“ legt „{{type}}“ nicht an',
  'provisioning.automation.unknown':
    'Die Konfiguration nennt keine Automatisierung „{{name}}“',
  'provisioning.automation.unreachable':
    'Die Automatisierung „{{name}}“ antwortet nicht: {{answer}}',
  'provisioning.automation.works': '{{title}} arbeitet daran',
  'provisioning.cluster.answered':
    'Der Cluster „{{name}}“ hat mit {{status}} geantwortet: {{answer}}',
  'provisioning.cluster.foreign':
    'Schon da, aber nicht von diesem Portal angelegt: {{object}}',
  'provisioning.cluster.kindNotAllowed':
    'Die Konfiguration erlaubt {{kind}} nicht',
  'provisioning.cluster.namespaceNotAllowed':
    'Die Konfiguration erlaubt den Namespace „{{namespace}}“ nicht',
  'provisioning.cluster.noKind':
    'Im Cluster „{{name}}“ gibt es in Namespaces kein {{kind}} von {{apiVersion}}',
  'provisioning.cluster.noValue': 'Für „{{placeholder}}“ gibt es keinen Wert',
  'provisioning.cluster.operatorRotates':
    'Der Operator im Cluster verwahrt die Zugangsdaten und rotiert sie selbst',
  'provisioning.cluster.removing': '{{object}} wird gerade entfernt',
  'provisioning.cluster.unknown':
    'Die Konfiguration nennt keinen Cluster „{{name}}“ für Ressourcen',
  'provisioning.cluster.unlabelled':
    '{{object}} hat nicht das Label dieser Ressource',
  'provisioning.cluster.unreachable': 'Der Cluster „{{name}}“ antwortet nicht',
  'provisioning.cluster.waiting': 'Wartet darauf, dass {{object}} bereit ist',
  'provisioning.cluster.workloadKind':
    '{{kind}} gehört nicht zu einem Workload',
  'provisioning.cluster.workloadsNotAllowed':
    'Die Konfiguration erlaubt keine Workloads im Cluster „{{name}}“',
  'provisioning.driver.accountBusy':
    'Das Konto von „{{server}}“ wird ständig von jemand anderem geändert',
  'provisioning.driver.accountRefused':
    'Der Server „{{server}}“ hat das Konto nicht angenommen: {{answer}}',
  'provisioning.driver.accountUnknown':
    'Der Server „{{server}}“ kennt das Konto des Portals nicht',
  'provisioning.driver.accountUnsaid':
    'Der Server „{{server}}“ nennt sein Konto nicht',
  'provisioning.driver.answered':
    '{{request}} wurde mit {{status}} beantwortet',
  'provisioning.driver.busy':
    'Jemand anderes arbeitet schon zu lange an „{{name}}“',
  'provisioning.driver.classicDeliveries':
    'Eine Queue vom Typ classic begrenzt die Zustellversuche nicht: Lass den Wert bei {{unasked}} oder wähle eine Definition mit Quorum-Queues',
  'provisioning.driver.extensionNotAllowed':
    'Die Erweiterung „{{name}}“ ist hier nicht erlaubt; zur Wahl stehen: {{allowed}}',
  'provisioning.driver.extensionSchema':
    'Das Schema „extensions“ gehört jemand anderem, deshalb wird keine Erweiterung darin installiert: Entferne es oder benenne es um',
  'provisioning.driver.foreign':
    'Schon da, aber nicht von diesem Portal angelegt: {{thing}}',
  'provisioning.driver.lostPassword':
    '{{thing}} ist weg, und das Portal hat das Passwort nicht mehr: Rotiere die Zugangsdaten',
  'provisioning.driver.missing': '{{thing}} gibt es nicht mehr',
  'provisioning.driver.noCredentials':
    'Es hat keine Zugangsdaten, die sich rotieren lassen',
  'provisioning.driver.noStatement':
    'Der Server hat eine Anweisung nicht verstanden',
  'provisioning.driver.queueType':
    'Die Queue ist vom Typ {{type}}; daraus kann nicht {{wanted}} werden',
  'provisioning.driver.saysNothing': 'ohne Begründung',
  'provisioning.driver.systemCredentials':
    'Die Datei mit den Zugangsdaten des Systemkontos hat nicht das richtige Format',
  'provisioning.driver.unknownServer':
    'Die Konfiguration nennt dafür keinen Server „{{server}}“',
  'provisioning.driver.unmarkedDatabase':
    'Die Datenbank oder eine Rolle „{{name}}“ trägt nicht die Markierung dieses Portals für diese Ressource',
  'provisioning.driver.unmarkedDatabaseOrUser':
    'Die Datenbank oder ein Benutzer „{{name}}“ trägt nicht die Markierung dieses Portals für diese Ressource',
  'provisioning.driver.unmarkedSchema':
    'Das Schema oder die Rolle „{{name}}“ trägt nicht die Markierung dieses Portals für diese Ressource',
  'provisioning.driver.unmarkedStream':
    'Der Stream „{{name}}“ trägt nicht die Markierung dieses Portals für diese Ressource',
  'provisioning.driver.unmarkedUser':
    'Der Benutzer „{{name}}“ trägt nicht die Markierung dieses Portals für diese Ressource',
  'provisioning.driver.unmarkedVirtualHost':
    'Der virtuelle Host oder der Benutzer „{{name}}“ trägt nicht die Markierung dieses Portals für diese Ressource',
  'provisioning.driver.unreachable':
    'Der Server „{{server}}“ antwortet nicht: {{answer}}',
  'provisioning.made.byAutomation': '{{type}} {{name}}, angelegt von {{title}}',
  'provisioning.made.database':
    'Datenbank {{name}} auf {{place}}, für {{connections}} Verbindungen',
  'provisioning.made.databaseOn': 'Datenbank {{name}} auf {{place}}',
  'provisioning.made.deadLetters':
    'Queue {{name}} für nicht zustellbare Nachrichten',
  'provisioning.made.durableConsumer': 'dauerhafter Consumer {{name}}',
  'provisioning.made.extension': 'Erweiterung {{name}}',
  'provisioning.made.inCluster': '{{object}} im Cluster {{cluster}}',
  'provisioning.made.keys': 'Schlüssel und Kanäle, die mit {{prefix}} beginnen',
  'provisioning.made.owner': 'Rolle {{name}}, der alles darin gehört',
  'provisioning.made.ownerUser':
    'Benutzer {{name}}, der darin alles darf, mit bis zu {{connections}} Verbindungen',
  'provisioning.made.queue': 'Queue {{name}} vom Typ {{type}}',
  'provisioning.made.queueRole': 'Rolle {{name}}, die senden und lesen darf',
  'provisioning.made.reader': 'Rolle {{name}}, die alles darin lesen darf',
  'provisioning.made.readerUser':
    'Benutzer {{name}}, der alles darin lesen darf, mit bis zu {{connections}} Verbindungen',
  'provisioning.made.schema': 'Schema {{name}} mit einer Queue, in {{place}}',
  'provisioning.made.stream': 'Stream {{name}} auf {{place}}, als {{type}}',
  'provisioning.made.streamUser': 'Benutzer {{name}}, nur für diesen Stream',
  'provisioning.made.user': 'Benutzer {{name}} auf {{place}}',
  'provisioning.made.virtualHost': 'virtueller Host {{name}} auf {{place}}',
  'provisioning.made.virtualHostUser':
    'Benutzer {{name}}, der darin alles darf',
  'provisioning.named.database': 'Datenbank „{{name}}“',
  'provisioning.named.databaseOrRole': 'Datenbank oder Rolle „{{name}}“',
  'provisioning.named.databaseOrUser': 'Datenbank oder Benutzer „{{name}}“',
  'provisioning.named.queue': 'Queue „{{name}}“',
  'provisioning.named.role': 'Rolle „{{name}}“',
  'provisioning.named.schemaOrRole': 'Schema oder Rolle „{{name}}“',
  'provisioning.named.stream': 'Stream „{{name}}“',
  'provisioning.named.user': 'Benutzer „{{name}}“',
  'provisioning.named.virtualHost': 'Virtueller Host „{{name}}“',
  'provisioning.named.virtualHostOrUser':
    'Virtueller Host oder Benutzer „{{name}}“',
  'provisioning.place.automation': 'Automatisierung {{title}}',
  'provisioning.place.cluster':
    'Kubernetes-Cluster {{cluster}}, Namespace {{namespace}}, {{object}}',
  'provisioning.place.server': '{{product}} unter {{address}}',
  'provisioning.place.unknownServer':
    '{{product}} auf einem Server, den die Konfiguration nicht nennt',
  'provisioning.removed.byAutomation': '{{type}} {{name}} von {{title}}',
  'provisioning.removed.consumer': 'Consumer {{name}}',
  'provisioning.removed.database': 'Datenbank {{name}}',
  'provisioning.removed.keys_one':
    '{{count}} Schlüssel, der mit {{prefix}} begann',
  'provisioning.removed.keys_other':
    '{{count}} Schlüssel, die mit {{prefix}} begannen',
  'provisioning.removed.role': 'Rolle {{name}}',
  'provisioning.removed.schema': 'Schema {{name}}',
  'provisioning.removed.stream': 'Stream {{name}} mit seinen Nachrichten',
  'provisioning.removed.user': 'Benutzer {{name}}',
  'provisioning.removed.virtualHost':
    'virtueller Host {{name}} mit seinen Queues',
} satisfies Translated<typeof en>;
