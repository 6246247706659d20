export default {
  'provisioning.difference.acknowledgeSeconds': 'Seconds to acknowledge',
  'provisioning.difference.connectionLimit':
    'The connection limit is {{limit}}, not {{wanted}}',
  'provisioning.difference.consumerSetting':
    'The consumer has {{key}} {{value}}, not {{wanted}}',
  'provisioning.difference.field':
    '{{object}}: {{field}} is {{value}}, not {{wanted}}',
  'provisioning.difference.formerUsers':
    'Credentials that were replaced still let somebody in',
  'provisioning.difference.isLocked': 'The user {{name}} is locked',
  'provisioning.difference.isOpen': 'Every role of the server may connect',
  'provisioning.difference.maxDeliveries': 'Deliveries',
  'provisioning.difference.needsNoTls': 'The user {{name}} needs no TLS',
  'provisioning.difference.needsTls': 'The user {{name}} needs TLS',
  'provisioning.difference.noConnectionLimit':
    'The connection limit is missing, not {{wanted}}',
  'provisioning.difference.noConsumer': 'The consumer is missing',
  'provisioning.difference.noDatabase': 'The database is missing',
  'provisioning.difference.noDeadLetters':
    'The queue for dead letters is missing',
  'provisioning.difference.noExtension': 'The extension {{name}} is missing',
  'provisioning.difference.noField': '{{object}}: {{field}} is missing',
  'provisioning.difference.noFunction': 'The function {{name}} is missing',
  'provisioning.difference.noLogin': 'The role {{name}} cannot log in',
  'provisioning.difference.noObject': '{{object}} is missing',
  'provisioning.difference.noOwnerRole': 'The role of the owner is missing',
  'provisioning.difference.noQueue': 'The queue is missing',
  'provisioning.difference.noReaderRole': 'The role that only reads is missing',
  'provisioning.difference.noRole': 'The role is missing',
  'provisioning.difference.noSchema': 'The schema is missing',
  'provisioning.difference.noSetting': '{{setting}}: nothing, not {{wanted}}',
  'provisioning.difference.noStream': 'The stream is missing',
  'provisioning.difference.noUser': 'The user is missing',
  'provisioning.difference.noUserNamed': 'The user {{name}} is missing',
  'provisioning.difference.noVirtualHost': 'The virtual host is missing',
  'provisioning.difference.otherItems': '{{object}}: {{field}} has other items',
  'provisioning.difference.otherOwner':
    'The database belongs to the role {{role}}',
  'provisioning.difference.otherPermissions':
    'The user has other permissions than it was given',
  'provisioning.difference.otherRights':
    'The user {{name}} has other rights than it was given',
  'provisioning.difference.otherRightsOrPasswords':
    'The user has other rights or passwords than it was given',
  'provisioning.difference.policy':
    'The policy of the queue is not as it was set',
  'provisioning.difference.policyNotApplied':
    'RabbitMQ does not apply the policy to the queue',
  'provisioning.difference.queueType':
    'The queue is of type {{type}}, not {{wanted}}',
  'provisioning.difference.retentionSeconds': 'Seconds to keep',
  'provisioning.difference.right.rolbypassrls':
    'The role {{name}}: sees all rows',
  'provisioning.difference.right.rolcreatedb':
    'The role {{name}}: may make databases',
  'provisioning.difference.right.rolcreaterole':
    'The role {{name}}: may make roles',
  'provisioning.difference.right.rolreplication':
    'The role {{name}}: may replicate',
  'provisioning.difference.right.rolsuper': 'The role {{name}}: superuser',
  'provisioning.difference.rightsOfRole':
    'The role {{name}}: has the rights of {{role}}',
  'provisioning.difference.setting': '{{setting}}: {{value}}, not {{wanted}}',
  'provisioning.difference.streamSetting':
    'The stream has {{key}} {{value}}, not {{wanted}}',
  'provisioning.difference.takesNoConnections':
    'The database takes no connections',
  'provisioning.difference.userConnections':
    'The user {{name}} has {{limit}} connections, not {{wanted}}',
  'provisioning.difference.userTag': 'The user has the tag {{tag}}',
} as const;
