export default {
  'provisioning.automation.answered':
    "The automation '{{name}}' answered {{status}}",
  'provisioning.automation.contract':
    "The automation '{{name}}' answered what its contract does not say: {{issues}}",
  'provisioning.automation.has':
    "The automation '{{name}}' has '{{thing}}' of the resource '{{resource}}' there",
  'provisioning.automation.hasOther':
    "The automation '{{name}}' has something else under the id of this resource",
  'provisioning.automation.incomplete':
    "The automation '{{name}}' gave no whole answer: {{answer}}",
  'provisioning.automation.keepsCredentials':
    '{{title}} keeps the credentials, and cannot be asked for others',
  'provisioning.automation.listsTooMuch':
    "The automation '{{name}}' lists more than {{resources}} resources or {{pages}} pages",
  'provisioning.automation.noReason': 'It gave no reason',
  'provisioning.automation.redirects':
    "The automation '{{name}}' answered {{status}}, and redirects are not followed",
  'provisioning.automation.said':
    "The automation '{{name}}' answered {{status}}: {{answer}}",
  'provisioning.automation.slow':
    "The automation '{{name}}' did not answer within {{seconds}} seconds",
  'provisioning.automation.type':
    "The automation '{{name}}' does not make '{{type}}'",
  'provisioning.automation.unknown':
    "The configuration names no automation '{{name}}'",
  'provisioning.automation.unreachable':
    "The automation '{{name}}' does not answer: {{answer}}",
  'provisioning.automation.works': '{{title}} works on it',
  'provisioning.cluster.answered':
    "The cluster '{{name}}' answered {{status}}: {{answer}}",
  'provisioning.cluster.foreign':
    'There is {{object}} already that this portal did not make',
  'provisioning.cluster.kindNotAllowed':
    'The configuration does not allow {{kind}}',
  'provisioning.cluster.namespaceNotAllowed':
    "The configuration does not allow the namespace '{{namespace}}'",
  'provisioning.cluster.noKind':
    "The cluster '{{name}}' has no {{kind}} of {{apiVersion}} in namespaces",
  'provisioning.cluster.noValue': "There is no value for '{{placeholder}}'",
  'provisioning.cluster.operatorRotates':
    'The operator in the cluster keeps the credentials, and gives them others',
  'provisioning.cluster.removing': '{{object}} is being removed',
  'provisioning.cluster.unknown':
    "The configuration names no cluster '{{name}}' for resources",
  'provisioning.cluster.unlabelled':
    '{{object}} has not the label of this resource',
  'provisioning.cluster.unreachable': "The cluster '{{name}}' does not answer",
  'provisioning.cluster.waiting': 'Waiting until {{object}} is ready',
  'provisioning.cluster.workloadKind': '{{kind}} is no part of a workload',
  'provisioning.cluster.workloadsNotAllowed':
    "The configuration does not allow workloads in the cluster '{{name}}'",
  'provisioning.driver.accountBusy':
    "The account of '{{server}}' is changed by somebody else all the time",
  'provisioning.driver.accountRefused':
    "The server '{{server}}' did not take the account: {{answer}}",
  'provisioning.driver.accountUnknown':
    "The server '{{server}}' does not know the account of the portal",
  'provisioning.driver.accountUnsaid':
    "The server '{{server}}' does not say its account",
  'provisioning.driver.answered': '{{request}} was answered with {{status}}',
  'provisioning.driver.busy':
    "Somebody else has worked on '{{name}}' for too long",
  'provisioning.driver.classicDeliveries':
    'A classic queue does not limit deliveries: leave this at {{unasked}}, or choose a definition with quorum queues',
  'provisioning.driver.extensionNotAllowed':
    "The extension '{{name}}' is not allowed here; there are {{allowed}}",
  'provisioning.driver.extensionSchema':
    "The schema 'extensions' belongs to somebody else, so no extension is put there: remove or rename it",
  'provisioning.driver.foreign':
    'There is a {{thing}} already that this portal did not make',
  'provisioning.driver.lostPassword':
    'The {{thing}} is gone, and the portal does not have its password any more: rotate the credentials',
  'provisioning.driver.missing': 'There is no {{thing}} any more',
  'provisioning.driver.noCredentials':
    'It has no credentials that could be others',
  'provisioning.driver.noStatement': 'The server understood no statement',
  'provisioning.driver.queueType':
    'The queue is of type {{type}}, which cannot become {{wanted}}',
  'provisioning.driver.saysNothing': 'it says nothing',
  'provisioning.driver.systemCredentials':
    'The credentials of the system account are no such file',
  'provisioning.driver.unknownServer':
    "The configuration names no server '{{server}}' for it",
  'provisioning.driver.unmarkedDatabase':
    "The database or a role '{{name}}' is not marked as made by this portal for this resource",
  'provisioning.driver.unmarkedDatabaseOrUser':
    "The database or a user '{{name}}' is not marked as made by this portal for this resource",
  'provisioning.driver.unmarkedSchema':
    "The schema or the role '{{name}}' is not marked as made by this portal for this resource",
  'provisioning.driver.unmarkedStream':
    "The stream '{{name}}' is not marked as made by this portal for this resource",
  'provisioning.driver.unmarkedUser':
    "The user '{{name}}' is not marked as made by this portal for this resource",
  'provisioning.driver.unmarkedVirtualHost':
    "The virtual host or the user '{{name}}' is not marked as made by this portal for this resource",
  'provisioning.driver.unreachable':
    "The server '{{server}}' does not answer: {{answer}}",
  'provisioning.made.byAutomation': '{{type}} {{name}}, made by {{title}}',
  'provisioning.made.database':
    'database {{name}} on {{place}}, for {{connections}} connections',
  'provisioning.made.databaseOn': 'database {{name}} on {{place}}',
  'provisioning.made.deadLetters': 'queue {{name}}, for dead letters',
  'provisioning.made.durableConsumer': 'durable consumer {{name}}',
  'provisioning.made.extension': 'extension {{name}}',
  'provisioning.made.inCluster': '{{object}} in the cluster {{cluster}}',
  'provisioning.made.keys': 'keys and channels that begin with {{prefix}}',
  'provisioning.made.owner': 'role {{name}}, which owns what is in it',
  'provisioning.made.ownerUser':
    'user {{name}}, which may do everything in it, with up to {{connections}} connections',
  'provisioning.made.queue': '{{type}} queue {{name}}',
  'provisioning.made.queueRole': 'role {{name}}, which sends and reads',
  'provisioning.made.reader': 'role {{name}}, which reads what is in it',
  'provisioning.made.readerUser':
    'user {{name}}, which reads what is in it, with up to {{connections}} connections',
  'provisioning.made.schema': 'schema {{name}} with a queue, in {{place}}',
  'provisioning.made.stream': 'stream {{name}} on {{place}}, as a {{type}}',
  'provisioning.made.streamUser': 'user {{name}}, for this stream only',
  'provisioning.made.user': 'user {{name}} on {{place}}',
  'provisioning.made.virtualHost': 'virtual host {{name}} on {{place}}',
  'provisioning.made.virtualHostUser':
    'user {{name}}, which may do everything in it',
  'provisioning.named.database': "database '{{name}}'",
  'provisioning.named.databaseOrRole': "database or role '{{name}}'",
  'provisioning.named.databaseOrUser': "database or user '{{name}}'",
  'provisioning.named.queue': "queue '{{name}}'",
  'provisioning.named.role': "role '{{name}}'",
  'provisioning.named.schemaOrRole': "schema or role '{{name}}'",
  'provisioning.named.stream': "stream '{{name}}'",
  'provisioning.named.user': "user '{{name}}'",
  'provisioning.named.virtualHost': "virtual host '{{name}}'",
  'provisioning.named.virtualHostOrUser': "virtual host or user '{{name}}'",
  'provisioning.place.automation': 'automation {{title}}',
  'provisioning.place.cluster':
    'Kubernetes cluster {{cluster}}, namespace {{namespace}}, {{object}}',
  'provisioning.place.server': '{{product}} at {{address}}',
  'provisioning.place.unknownServer':
    '{{product}} that the configuration does not name',
  'provisioning.removed.byAutomation': '{{type}} {{name}} of {{title}}',
  'provisioning.removed.consumer': 'consumer {{name}}',
  'provisioning.removed.database': 'database {{name}}',
  'provisioning.removed.keys_one': '{{count}} key that began with {{prefix}}',
  'provisioning.removed.keys_other':
    '{{count}} keys that began with {{prefix}}',
  'provisioning.removed.role': 'role {{name}}',
  'provisioning.removed.schema': 'schema {{name}}',
  'provisioning.removed.stream': 'stream {{name}} with its messages',
  'provisioning.removed.user': 'user {{name}}',
  'provisioning.removed.virtualHost': 'virtual host {{name}} with its queues',
} as const;
