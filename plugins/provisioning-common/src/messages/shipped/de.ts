import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'provisioning.shipped.driver.http': 'Automatisierung über HTTP',
  'provisioning.shipped.driver.httpText':
    'Was eine Automatisierung der Organisation erstellt, etwa eine Terraform-Pipeline hinter einer API.',
  'provisioning.shipped.driver.kubernetes': 'Kubernetes',
  'provisioning.shipped.driver.kubernetesText':
    'Manifeste, die ein Operator eines Clusters umsetzt, etwa CloudNativePG, Crossplane oder der Operator von RabbitMQ.',
  'provisioning.shipped.driver.mysql': 'MySQL und MariaDB',
  'provisioning.shipped.driver.mysqlText':
    'Eine Datenbank auf einem gemeinsamen Server mit einem Konto, das darin alles darf, und einem, das nur liest.',
  'provisioning.shipped.driver.nats': 'NATS JetStream',
  'provisioning.shipped.driver.natsText':
    'Ein Stream mit einem dauerhaften Consumer: eine Queue, in der eine Nachricht nach der Bestätigung weg ist, oder ein Topic, in dem sie für alle bleibt.',
  'provisioning.shipped.driver.natsUsers': 'NATS JetStream mit Konten',
  'provisioning.shipped.driver.postgres': 'PostgreSQL',
  'provisioning.shipped.driver.postgresQueue': 'Queue in PostgreSQL',
  'provisioning.shipped.driver.postgresQueueText':
    'Eine Queue als Schema mit Funktionen zum Senden und Lesen und mit einer eigenen Rolle.',
  'provisioning.shipped.driver.postgresText':
    'Eine Datenbank auf einem gemeinsamen Server mit einer Rolle, der alles darin gehört, und einer, die nur liest.',
  'provisioning.shipped.driver.rabbitmq': 'RabbitMQ',
  'provisioning.shipped.driver.rabbitmqText':
    'Ein virtueller Host mit einer Queue, einer Queue für nicht zustellbare Nachrichten und einem Konto, das darin alles darf.',
  'provisioning.shipped.driver.redis': 'Redis',
  'provisioning.shipped.driver.redisText':
    'Ein Konto auf einem gemeinsamen Server für Schlüssel und Kanäle mit eigenem Präfix.',
  'provisioning.shipped.field.account': 'Konto',
  'provisioning.shipped.field.accountOwner': 'Eigentümerkonto',
  'provisioning.shipped.field.accountReadOnly': 'Konto, das nur liest',
  'provisioning.shipped.field.acknowledgeEventText':
    'Wie viel Zeit ein Consumer hat, bevor ein Ereignis an einen anderen geht.',
  'provisioning.shipped.field.acknowledgeMessageText':
    'Wie viel Zeit ein Consumer hat, bevor eine Nachricht an einen anderen geht.',
  'provisioning.shipped.field.acknowledgeSeconds': 'Sekunden zum Bestätigen',
  'provisioning.shipped.field.address': 'Adresse',
  'provisioning.shipped.field.addressNats': 'Adresse von NATS',
  'provisioning.shipped.field.connectionString': 'Verbindungs-URL',
  'provisioning.shipped.field.connectionStringReadOnly':
    'Verbindungs-URL, die nur liest',
  'provisioning.shipped.field.consumer': 'Dauerhafter Consumer',
  'provisioning.shipped.field.credentialsFileNats':
    'Datei mit Zugangsdaten für NATS',
  'provisioning.shipped.field.database': 'Datenbank',
  'provisioning.shipped.field.databaseText':
    'Die Datenbank, wie Score-Dateien sie oft nennen.',
  'provisioning.shipped.field.deadLetterQueue':
    'Queue für nicht zustellbare Nachrichten',
  'provisioning.shipped.field.deliveries': 'Zustellversuche',
  'provisioning.shipped.field.deliveriesEventText':
    'Wie oft ein Ereignis zugestellt wird, bevor es als unzustellbar beiseitegelegt wird.',
  'provisioning.shipped.field.deliveriesMessageText':
    'Wie oft eine Nachricht zugestellt wird, bevor sie als unzustellbar beiseitegelegt wird.',
  'provisioning.shipped.field.extensions': 'Erweiterungen',
  'provisioning.shipped.field.extensionsText':
    'Zum Beispiel pg_trgm; welche möglich sind, legt das Plattformteam fest.',
  'provisioning.shipped.field.host': 'Host',
  'provisioning.shipped.field.inboxPrefixNats': 'Inbox-Präfix für NATS',
  'provisioning.shipped.field.keyPrefix': 'Schlüsselpräfix',
  'provisioning.shipped.field.keyPrefixText':
    'Jeder Schlüssel muss damit beginnen.',
  'provisioning.shipped.field.name': 'Name',
  'provisioning.shipped.field.nameOfQueue': 'Name der Queue',
  'provisioning.shipped.field.nameOfTopic': 'Name des Topics',
  'provisioning.shipped.field.password': 'Passwort',
  'provisioning.shipped.field.passwordReadOnly':
    'Passwort des Kontos, das nur liest',
  'provisioning.shipped.field.port': 'Port',
  'provisioning.shipped.field.queueRabbit': 'Queue in RabbitMQ',
  'provisioning.shipped.field.retentionEventText':
    'Wie lange Ereignisse noch einmal gelesen werden können.',
  'provisioning.shipped.field.retentionMessageText':
    'Wie lange eine Nachricht wartet, bevor sie verworfen wird.',
  'provisioning.shipped.field.retentionSeconds': 'Sekunden bis zum Verwerfen',
  'provisioning.shipped.field.schema': 'Schema',
  'provisioning.shipped.field.stream': 'Stream',
  'provisioning.shipped.field.subject': 'Subject',
  'provisioning.shipped.field.virtualHost': 'Virtueller Host',
  'provisioning.shipped.input.allowedExtensions': 'Erlaubte Erweiterungen',
  'provisioning.shipped.input.allowedExtensionsText':
    'Welche bei einer Anfrage gewählt werden können.',
  'provisioning.shipped.input.automation': 'Automatisierung',
  'provisioning.shipped.input.automationText':
    'Ein Name aus `provisioning.automations` der Konfiguration.',
  'provisioning.shipped.input.bytes': 'Bytes',
  'provisioning.shipped.input.bytesText':
    'Wie viel gespeichert wird, bevor mehr abgelehnt wird; ohne Angabe beliebig viel.',
  'provisioning.shipped.input.cluster': 'Cluster',
  'provisioning.shipped.input.clusterText':
    'Ein Name aus `provisioning.kubernetes.clusters` der Konfiguration.',
  'provisioning.shipped.input.connections': 'Verbindungen',
  'provisioning.shipped.input.connectionsText':
    'Wie viele Verbindungen gleichzeitig möglich sind.',
  'provisioning.shipped.input.connectionsUserText':
    'Wie viele Verbindungen jedes Konto gleichzeitig haben darf.',
  'provisioning.shipped.input.credentials': 'Zugangsdaten',
  'provisioning.shipped.input.credentialsNoneText':
    'Sagt, dass eingelassen wird, wer den Server erreicht: Das Portal kann dort keine Konten anlegen und entzieht keinen Zugang.',
  'provisioning.shipped.input.manifests': 'Manifeste',
  'provisioning.shipped.input.manifestsText':
    'Was in dieser Reihenfolge angewendet wird. `${name}`, `${namespace}`, `${owner}`, `${environment}`, `${inputs.x}` und `${parameters.x}` werden eingesetzt.',
  'provisioning.shipped.input.mayCreateSchemas': 'Darf Schemas anlegen',
  'provisioning.shipped.input.mayCreateSchemasText':
    'Ob das Eigentümerkonto neben `public` weitere Schemas anlegen darf; mit diesem Recht kommen die Erweiterungen, denen PostgreSQL vertraut.',
  'provisioning.shipped.input.mayRunScripts': 'Darf Skripte ausführen',
  'provisioning.shipped.input.mayRunScriptsText':
    'Ob Skripte in Lua erlaubt sind; ein langsames hält den Server für alle an.',
  'provisioning.shipped.input.messages': 'Nachrichten',
  'provisioning.shipped.input.messagesText':
    'Wie viele Nachrichten warten können, bevor weitere abgelehnt werden; ohne Angabe beliebig viele.',
  'provisioning.shipped.input.namespace': 'Namespace',
  'provisioning.shipped.input.queueType': 'Art der Queue',
  'provisioning.shipped.input.queueTypeText':
    'Lässt sich nicht mehr ändern, wenn es die Queue gibt. Eine Queue vom Typ classic begrenzt die Zustellversuche nicht.',
  'provisioning.shipped.input.readyWhen': 'Bereit, wenn',
  'provisioning.shipped.input.readyWhenText':
    'Eine Bedingung in CEL über `object`, das erste Manifest im Stand des Clusters, und `objects`, alle zusammen.',
  'provisioning.shipped.input.replicas': 'Replikate',
  'provisioning.shipped.input.replicasText':
    'Auf wie vielen Servern eines Clusters Nachrichten liegen.',
  'provisioning.shipped.input.requireTls': 'TLS verlangen',
  'provisioning.shipped.input.requireTlsText':
    'Ob der Server Verbindungen ohne TLS ablehnt.',
  'provisioning.shipped.input.secret': 'Secret',
  'provisioning.shipped.input.secretText':
    'Wo der Operator die Zugangsdaten verwahrt.',
  'provisioning.shipped.input.server': 'Server',
  'provisioning.shipped.input.serverText':
    'Ein Name aus `provisioning.servers` der Konfiguration.',
  'provisioning.shipped.input.tls': 'TLS',
  'provisioning.shipped.input.tlsText':
    'Was die Verbindungs-URLs verlangen; ohne Angabe nichts, oder was nötig ist, wenn der Server mit TLS konfiguriert ist.',
  'provisioning.shipped.input.values': 'Werte',
  'provisioning.shipped.input.valuesAutomationText':
    'Was die Automatisierung als `values` bekommt.',
  'provisioning.shipped.input.valuesPlansText':
    'Was Pläne für `${inputs.values.x}` festlegen.',
  'provisioning.shipped.type.mysql': 'MySQL-Datenbank',
  'provisioning.shipped.type.mysqlText':
    'Eine eigene Datenbank auf MariaDB oder MySQL mit einem Eigentümerkonto und einem Konto, das nur liest.',
  'provisioning.shipped.type.postgres': 'PostgreSQL-Datenbank',
  'provisioning.shipped.type.postgresText':
    'Eine eigene Datenbank mit einem Eigentümerkonto und einem Konto, das nur liest.',
  'provisioning.shipped.type.queue': 'Message-Queue',
  'provisioning.shipped.type.queueText':
    'Eine Queue, die jede Nachricht an einen einzigen Consumer gibt.',
  'provisioning.shipped.type.redis': 'Redis-Cache',
  'provisioning.shipped.type.redisText':
    'Ein Redis-Konto, das nur Schlüssel mit einem bestimmten Präfix erreicht.',
  'provisioning.shipped.type.topic': 'Event-Topic',
  'provisioning.shipped.type.topicText':
    'Ein Strom von Ereignissen, den jeder Consumer in seinem Tempo liest.',
} satisfies Translated<typeof en>;
