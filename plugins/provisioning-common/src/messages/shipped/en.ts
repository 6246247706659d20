/** The texts of the types and drivers that the portal brings along. Each stands here once. */
export default {
  'provisioning.shipped.driver.http': 'Automation over HTTP',
  'provisioning.shipped.driver.httpText':
    'What an automation of the organisation makes, such as a pipeline of Terraform behind an API.',
  'provisioning.shipped.driver.kubernetes': 'Kubernetes',
  'provisioning.shipped.driver.kubernetesText':
    'Manifests that an operator of a cluster acts on, such as CloudNativePG, Crossplane or the operator of RabbitMQ.',
  'provisioning.shipped.driver.mysql': 'MySQL and MariaDB',
  'provisioning.shipped.driver.mysqlText':
    'A database on a server that is shared, with a user that may do everything in it and one that reads it.',
  'provisioning.shipped.driver.nats': 'NATS JetStream',
  'provisioning.shipped.driver.natsText':
    'A stream with a durable consumer: a queue, where a message is gone once it was acknowledged, or a topic, where it stays for everybody.',
  'provisioning.shipped.driver.natsUsers': 'NATS JetStream with users',
  'provisioning.shipped.driver.postgres': 'PostgreSQL',
  'provisioning.shipped.driver.postgresQueue': 'Queue in PostgreSQL',
  'provisioning.shipped.driver.postgresQueueText':
    'A queue as a schema with functions that send and read, with a role of its own.',
  'provisioning.shipped.driver.postgresText':
    'A database on a server that is shared, with a role that owns what is in it and one that reads it.',
  'provisioning.shipped.driver.rabbitmq': 'RabbitMQ',
  'provisioning.shipped.driver.rabbitmqText':
    'A virtual host with a queue, a queue for dead letters and a user that may do everything in it.',
  'provisioning.shipped.driver.redis': 'Redis',
  'provisioning.shipped.driver.redisText':
    'A user on a server that is shared, for keys and channels with a prefix of their own.',
  'provisioning.shipped.field.account': 'Account',
  'provisioning.shipped.field.accountOwner': 'Owner account',
  'provisioning.shipped.field.accountReadOnly': 'Read-only account',
  'provisioning.shipped.field.acknowledgeEventText':
    'How long a consumer has before an event goes to another one.',
  'provisioning.shipped.field.acknowledgeMessageText':
    'How long a consumer has before a message goes to another one.',
  'provisioning.shipped.field.acknowledgeSeconds': 'Seconds to acknowledge',
  'provisioning.shipped.field.address': 'Address',
  'provisioning.shipped.field.addressNats': 'Address of NATS',
  'provisioning.shipped.field.connectionString': 'Connection string',
  'provisioning.shipped.field.connectionStringReadOnly':
    'Read-only connection string',
  'provisioning.shipped.field.consumer': 'Durable consumer',
  'provisioning.shipped.field.credentialsFileNats': 'Credentials file for NATS',
  'provisioning.shipped.field.database': 'Database',
  'provisioning.shipped.field.databaseText':
    'The database, as Score files often call it.',
  'provisioning.shipped.field.deadLetterQueue': 'Queue for dead letters',
  'provisioning.shipped.field.deliveries': 'Deliveries',
  'provisioning.shipped.field.deliveriesEventText':
    'How often an event is tried before it is put aside as dead.',
  'provisioning.shipped.field.deliveriesMessageText':
    'How often a message is tried before it is put aside as dead.',
  'provisioning.shipped.field.extensions': 'Extensions',
  'provisioning.shipped.field.extensionsText':
    'Such as pg_trgm; those that the platform team allows.',
  'provisioning.shipped.field.host': 'Host',
  'provisioning.shipped.field.inboxPrefixNats': 'Inbox prefix for NATS',
  'provisioning.shipped.field.keyPrefix': 'Key prefix',
  'provisioning.shipped.field.keyPrefixText': 'Every key has to begin with it.',
  'provisioning.shipped.field.name': 'Name',
  'provisioning.shipped.field.nameOfQueue': 'Name of the queue',
  'provisioning.shipped.field.nameOfTopic': 'Name of the topic',
  'provisioning.shipped.field.password': 'Password',
  'provisioning.shipped.field.passwordReadOnly': 'Read-only password',
  'provisioning.shipped.field.port': 'Port',
  'provisioning.shipped.field.queueRabbit': 'Queue in RabbitMQ',
  'provisioning.shipped.field.retentionEventText':
    'For how long events can be read again.',
  'provisioning.shipped.field.retentionMessageText':
    'How long a message waits before it is dropped.',
  'provisioning.shipped.field.retentionSeconds': 'Seconds to keep',
  'provisioning.shipped.field.schema': 'Schema',
  'provisioning.shipped.field.stream': 'Stream',
  'provisioning.shipped.field.subject': 'Subject',
  'provisioning.shipped.field.virtualHost': 'Virtual host',
  'provisioning.shipped.input.allowedExtensions': 'Allowed extensions',
  'provisioning.shipped.input.allowedExtensionsText':
    'Those that a requester may choose.',
  'provisioning.shipped.input.automation': 'Automation',
  'provisioning.shipped.input.automationText':
    'A name of `provisioning.automations` in the configuration.',
  'provisioning.shipped.input.bytes': 'Bytes',
  'provisioning.shipped.input.bytesText':
    'How much it keeps before more is refused; default: any number.',
  'provisioning.shipped.input.cluster': 'Cluster',
  'provisioning.shipped.input.clusterText':
    'A name of `provisioning.kubernetes.clusters` in the configuration.',
  'provisioning.shipped.input.connections': 'Connections',
  'provisioning.shipped.input.connectionsText':
    'How many connections it takes at once.',
  'provisioning.shipped.input.connectionsUserText':
    'How many connections each user may have at once.',
  'provisioning.shipped.input.credentials': 'Credentials',
  'provisioning.shipped.input.credentialsNoneText':
    'Says that whoever reaches the server is let in: the portal cannot make users there, and takes no access away.',
  'provisioning.shipped.input.manifests': 'Manifests',
  'provisioning.shipped.input.manifestsText':
    'What is applied, in this order. `${name}`, `${namespace}`, `${owner}`, `${environment}`, `${inputs.x}` and `${parameters.x}` are filled in.',
  'provisioning.shipped.input.mayCreateSchemas': 'May create schemas',
  'provisioning.shipped.input.mayCreateSchemasText':
    'Whether the owner may make schemas beside `public`; with that right come the extensions that PostgreSQL trusts.',
  'provisioning.shipped.input.mayRunScripts': 'May run scripts',
  'provisioning.shipped.input.mayRunScriptsText':
    'Whether it may run scripts in Lua; a slow one stops the server for everybody.',
  'provisioning.shipped.input.messages': 'Messages',
  'provisioning.shipped.input.messagesText':
    'How many messages may wait before more are refused; default: any number.',
  'provisioning.shipped.input.namespace': 'Namespace',
  'provisioning.shipped.input.queueType': 'Type of queue',
  'provisioning.shipped.input.queueTypeText':
    'It cannot be changed once the queue is there. A classic queue does not limit deliveries.',
  'provisioning.shipped.input.readyWhen': 'Ready when',
  'provisioning.shipped.input.readyWhenText':
    'A condition in CEL about `object`, the first manifest as the cluster has it, and `objects`, all of them.',
  'provisioning.shipped.input.replicas': 'Replicas',
  'provisioning.shipped.input.replicasText':
    'On how many servers of a cluster messages are kept.',
  'provisioning.shipped.input.requireTls': 'Require TLS',
  'provisioning.shipped.input.requireTlsText':
    'Whether the server refuses connections without TLS.',
  'provisioning.shipped.input.secret': 'Secret',
  'provisioning.shipped.input.secretText':
    'Where the operator keeps the credentials.',
  'provisioning.shipped.input.server': 'Server',
  'provisioning.shipped.input.serverText':
    'A name of `provisioning.servers` in the configuration.',
  'provisioning.shipped.input.tls': 'TLS',
  'provisioning.shipped.input.tlsText':
    'What the connection strings ask for; default: nothing, or what they need where the server is configured with TLS.',
  'provisioning.shipped.input.values': 'Values',
  'provisioning.shipped.input.valuesAutomationText':
    'What the automation gets as `values`.',
  'provisioning.shipped.input.valuesPlansText':
    'What plans set, for `${inputs.values.x}`.',
  'provisioning.shipped.type.mysql': 'MySQL database',
  'provisioning.shipped.type.mysqlText':
    'A database of its own on MariaDB or MySQL, with an owner and a read-only account.',
  'provisioning.shipped.type.postgres': 'PostgreSQL database',
  'provisioning.shipped.type.postgresText':
    'A database of its own, with an owner and a read-only account.',
  'provisioning.shipped.type.queue': 'Message queue',
  'provisioning.shipped.type.queueText':
    'A queue that hands each message to one consumer.',
  'provisioning.shipped.type.redis': 'Redis cache',
  'provisioning.shipped.type.redisText':
    'An account of Redis that reaches the keys of one prefix only.',
  'provisioning.shipped.type.topic': 'Event topic',
  'provisioning.shipped.type.topicText':
    'A stream of events that every consumer reads at its own pace.',
} as const;
