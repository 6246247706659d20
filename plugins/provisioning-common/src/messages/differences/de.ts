import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'provisioning.difference.acknowledgeSeconds': 'Sekunden bis zur Bestätigung',
  'provisioning.difference.connectionLimit':
    'Das Limit der Verbindungen ist {{limit}} statt {{wanted}}',
  'provisioning.difference.consumerSetting':
    'Der Consumer hat {{key}} {{value}} statt {{wanted}}',
  'provisioning.difference.field':
    '{{object}}: {{field}} ist {{value}} statt {{wanted}}',
  'provisioning.difference.formerUsers': 'Ersetzte Zugangsdaten gelten noch',
  'provisioning.difference.isLocked': 'Der Benutzer {{name}} ist gesperrt',
  'provisioning.difference.isOpen':
    'Jede Rolle des Servers darf sich verbinden',
  'provisioning.difference.maxDeliveries': 'Zustellversuche',
  'provisioning.difference.needsNoTls':
    'Der Benutzer {{name}} braucht kein TLS',
  'provisioning.difference.needsTls': 'Der Benutzer {{name}} braucht TLS',
  'provisioning.difference.noConnectionLimit':
    'Das Limit der Verbindungen fehlt, es sollte {{wanted}} sein',
  'provisioning.difference.noConsumer': 'Der Consumer fehlt',
  'provisioning.difference.noDatabase': 'Die Datenbank fehlt',
  'provisioning.difference.noDeadLetters':
    'Die Queue für nicht zustellbare Nachrichten fehlt',
  'provisioning.difference.noExtension': 'Die Erweiterung {{name}} fehlt',
  'provisioning.difference.noField': '{{object}}: {{field}} fehlt',
  'provisioning.difference.noFunction': 'Die Funktion {{name}} fehlt',
  'provisioning.difference.noLogin':
    'Die Rolle {{name}} kann sich nicht anmelden',
  'provisioning.difference.noObject': '{{object}} fehlt',
  'provisioning.difference.noOwnerRole': 'Die Rolle des Owners fehlt',
  'provisioning.difference.noQueue': 'Die Queue fehlt',
  'provisioning.difference.noReaderRole': 'Die Rolle, die nur liest, fehlt',
  'provisioning.difference.noRole': 'Die Rolle fehlt',
  'provisioning.difference.noSchema': 'Das Schema fehlt',
  'provisioning.difference.noSetting': '{{setting}}: nichts statt {{wanted}}',
  'provisioning.difference.noStream': 'Der Stream fehlt',
  'provisioning.difference.noUser': 'Der Benutzer fehlt',
  'provisioning.difference.noUserNamed': 'Der Benutzer {{name}} fehlt',
  'provisioning.difference.noVirtualHost': 'Der virtuelle Host fehlt',
  'provisioning.difference.otherItems':
    '{{object}}: {{field}} hat andere Einträge',
  'provisioning.difference.otherOwner':
    'Die Datenbank gehört der Rolle {{role}}',
  'provisioning.difference.otherPermissions':
    'Der Benutzer hat andere Rechte, als er bekommen hat',
  'provisioning.difference.otherRights':
    'Der Benutzer {{name}} hat andere Rechte, als er bekommen hat',
  'provisioning.difference.otherRightsOrPasswords':
    'Der Benutzer hat andere Rechte oder Passwörter, als er bekommen hat',
  'provisioning.difference.policy':
    'Die Policy der Queue ist nicht, wie sie gesetzt wurde',
  'provisioning.difference.policyNotApplied':
    'RabbitMQ wendet die Policy nicht auf die Queue an',
  'provisioning.difference.queueType':
    'Die Queue ist vom Typ {{type}} statt {{wanted}}',
  'provisioning.difference.retentionSeconds': 'Sekunden der Aufbewahrung',
  'provisioning.difference.right.rolbypassrls':
    'Die Rolle {{name}} sieht alle Zeilen',
  'provisioning.difference.right.rolcreatedb':
    'Die Rolle {{name}} darf Datenbanken anlegen',
  'provisioning.difference.right.rolcreaterole':
    'Die Rolle {{name}} darf Rollen anlegen',
  'provisioning.difference.right.rolreplication':
    'Die Rolle {{name}} darf replizieren',
  'provisioning.difference.right.rolsuper': 'Die Rolle {{name}} ist Superuser',
  'provisioning.difference.rightsOfRole':
    'Die Rolle {{name}} hat die Rechte von {{role}}',
  'provisioning.difference.setting': '{{setting}}: {{value}} statt {{wanted}}',
  'provisioning.difference.streamSetting':
    'Der Stream hat {{key}} {{value}} statt {{wanted}}',
  'provisioning.difference.takesNoConnections':
    'Die Datenbank nimmt keine Verbindungen an',
  'provisioning.difference.userConnections':
    'Der Benutzer {{name}} hat {{limit}} Verbindungen statt {{wanted}}',
  'provisioning.difference.userTag': 'Der Benutzer hat das Tag {{tag}}',
} satisfies Translated<typeof en>;
