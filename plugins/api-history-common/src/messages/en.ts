export default {
  'apiHistory.breaking.at': '{{location}}: {{change}}',
  'apiHistory.breaking.more': 'And {{count}} more.',
  'apiHistory.breaking.title': 'Breaking change in {{api}}',
  'apiHistory.breaking.usedBy': 'Used by {{consumers}}.',
  'apiHistory.change.added': "'{{name}}' was added.",
  'apiHistory.change.addedOptional': "'{{name}}' was added and may be sent.",
  'apiHistory.change.addedRequired': "'{{name}}' was added and must be sent.",
  'apiHistory.change.another': 'another {{types}}',
  'apiHistory.change.asyncAdded': 'Consumers can {{operation}}.',
  'apiHistory.change.asyncRemoved': 'Consumers can no longer {{operation}}.',
  'apiHistory.change.authenticationAdded':
    'Authentication by {{name}} is accepted, too.',
  'apiHistory.change.authenticationRemoved':
    'Authentication by {{name}} is no longer accepted.',
  'apiHistory.change.bodyAdded': 'A request body may be sent now.',
  'apiHistory.change.bodyAddedRequired': 'A request body must be sent now.',
  'apiHistory.change.bodyOptional': 'The request body may be left out now.',
  'apiHistory.change.bodyRemoved': 'The request body is no longer accepted.',
  'apiHistory.change.bodyRequired': 'The request body must be sent now.',
  'apiHistory.change.callbackAdded': 'The callback {{name}} was added.',
  'apiHistory.change.callbackRemoved':
    'The callback {{name}} was removed: consumers are no longer called.',
  'apiHistory.change.canBeToo': '{{subject}} can be {{value}}, too.',
  'apiHistory.change.canBeUnknown':
    '{{subject}} can be {{value}}, which consumers do not know yet.',
  'apiHistory.change.canNoLongerBe': '{{subject}} can no longer be {{value}}.',
  'apiHistory.change.channelAdded': 'The channel {{address}} was added.',
  'apiHistory.change.channelRemoved': 'The channel {{address}} was removed.',
  'apiHistory.change.choiceAdded':
    '{{subject}} has to fit one of several schemas now.',
  'apiHistory.change.choiceRemoved':
    '{{subject}} no longer has to fit one of several schemas.',
  'apiHistory.change.contentTypeChanged':
    'The content type of {{name}} changed.',
  'apiHistory.change.defaultChanged':
    'Consumers that leave {{subject}} out get another default.',
  'apiHistory.change.defaultRemoved':
    'Consumers that leave {{subject}} out no longer get a default.',
  'apiHistory.change.described': "'{{name}}' is described now.",
  'apiHistory.change.enum.added': 'The enum {{name}} was added.',
  'apiHistory.change.enum.removed': 'The enum {{name}} was removed.',
  'apiHistory.change.enumAdded':
    '{{subject}} is one of {{values}} now, where it was free.',
  'apiHistory.change.enumRemoved':
    '{{subject}} is no longer limited to {{values}}.',
  'apiHistory.change.enumValueAdded':
    '{{value}} was added, which consumers do not know yet.',
  'apiHistory.change.enumValueNumber':
    'The number of {{value}} changed from {{from}} to {{to}}.',
  'apiHistory.change.enumValueRemoved': 'The value {{value}} was removed.',
  'apiHistory.change.externalReference':
    '{{subject}} refers to another file, which is not compared.',
  'apiHistory.change.fewerProperties':
    '{{subject}} takes fewer properties besides the named ones.',
  'apiHistory.change.fieldAdded': "The field '{{name}}' was added.",
  'apiHistory.change.fieldJsonName':
    "'{{name}}' is written as {{to}} in JSON now, not as {{from}}.",
  'apiHistory.change.fieldLabel': "'{{name}}' changed from {{from}} to {{to}}.",
  'apiHistory.change.fieldNumberReused':
    "'{{name}}' takes the number {{number}}, which was reserved: consumers may know it as something else.",
  'apiHistory.change.fieldOneof': "'{{name}}' moved in or out of a oneof.",
  'apiHistory.change.fieldRemoved': "The field '{{name}}' was removed.",
  'apiHistory.change.fieldRemovedUnreserved':
    "The field '{{name}}' was removed. Its number {{number}} is not reserved, so another field may take it.",
  'apiHistory.change.fieldRenamed':
    "The field {{number}} is called '{{name}}' now: code and JSON that use the old name stop working.",
  'apiHistory.change.fieldRequired':
    "The field '{{name}}' was added and is required.",
  'apiHistory.change.fieldType':
    "The type of '{{name}}' changed from {{from}} to {{to}}.",
  'apiHistory.change.fieldTypeAlike':
    "The type of '{{name}}' changed from {{from}} to {{to}}, which is written alike but holds other values.",
  'apiHistory.change.flowAdded':
    'Consumers can get a token for {{name}} in another way, too.',
  'apiHistory.change.flowChanged':
    'Consumers get a token for {{name}} in another way or at another address.',
  'apiHistory.change.formatAdded': '{{subject}} has the format {{format}} now.',
  'apiHistory.change.formatChanged':
    'The format of {{subject}} changed from {{from}} to {{to}}.',
  'apiHistory.change.formatRemoved':
    '{{subject}} no longer has the format {{format}}.',
  'apiHistory.change.headerAdded': "The header '{{name}}' was added.",
  'apiHistory.change.headerAlways':
    "The header '{{name}}' is always there now.",
  'apiHistory.change.headerRemoved': "The header '{{name}}' was removed.",
  'apiHistory.change.headerSometimes':
    "The header '{{name}}' is no longer always there.",
  'apiHistory.change.isAlwaysThere': "'{{name}}' is always there now.",
  'apiHistory.change.isNeverAnyMore':
    '{{subject}} is never {{value}} any more.',
  'apiHistory.change.isNotAlwaysThere': "'{{name}}' is no longer always there.",
  'apiHistory.change.itemsMayRepeat':
    'The items of {{subject}} may be the same now.',
  'apiHistory.change.itemsUnique':
    'The items of {{subject}} have to differ from each other now.',
  'apiHistory.change.keywordChanged':
    "'{{keyword}}' of {{subject}} changed, whose meaning is not compared.",
  'apiHistory.change.limitChanged':
    'The limit {{limit}} of {{subject}} changed from {{from}} to {{to}}.',
  'apiHistory.change.mayBeLeftOut': "'{{name}}' may be left out now.",
  'apiHistory.change.mediaAccepted': '{{mediaType}} is accepted, too.',
  'apiHistory.change.mediaNotOffered': '{{mediaType}} is no longer offered.',
  'apiHistory.change.mediaOffered': '{{mediaType}} is offered, too.',
  'apiHistory.change.mediaRefused': '{{mediaType}} is no longer accepted.',
  'apiHistory.change.message.added': 'The message {{name}} was added.',
  'apiHistory.change.message.removed': 'The message {{name}} was removed.',
  'apiHistory.change.messageAccepted': 'The message {{name}} is accepted, too.',
  'apiHistory.change.messageNotSent': 'The message {{name}} is no longer sent.',
  'apiHistory.change.messageRefused':
    'The message {{name}} is no longer accepted.',
  'apiHistory.change.messageUnknown':
    'The message {{name}} can come, which consumers do not know yet.',
  'apiHistory.change.method.added': 'The method {{name}} was added.',
  'apiHistory.change.method.removed': 'The method {{name}} was removed.',
  'apiHistory.change.methodPart.request':
    'The request changed from {{from}} to {{to}}.',
  'apiHistory.change.methodPart.response':
    'The response changed from {{from}} to {{to}}.',
  'apiHistory.change.moreProperties':
    '{{subject}} takes more properties besides the named ones.',
  'apiHistory.change.mustBeSent': "'{{name}}' must be sent now.",
  'apiHistory.change.none': 'none',
  'apiHistory.change.notNullable': '{{subject}} may not be null any more.',
  'apiHistory.change.nullable': '{{subject}} may be null now.',
  'apiHistory.change.operationAdded': '{{operation}} was added.',
  'apiHistory.change.operationDeprecated': '{{operation}} is deprecated now.',
  'apiHistory.change.operationId':
    'The operation has another id: generated clients call it by another name.',
  'apiHistory.change.operationRemoved': '{{operation}} was removed.',
  'apiHistory.change.operationRemovedDeprecated':
    '{{operation}} was removed. It was deprecated.',
  'apiHistory.change.packageChanged':
    'The package changed: all services have other names.',
  'apiHistory.change.parameterAdded':
    '{{parameter}} was added and may be sent.',
  'apiHistory.change.parameterAddedRequired':
    '{{parameter}} was added and must be sent.',
  'apiHistory.change.parameterDeprecated': '{{parameter}} is deprecated now.',
  'apiHistory.change.parameterOptional': '{{parameter}} may be left out now.',
  'apiHistory.change.parameterRemoved':
    '{{parameter}} was removed: what consumers send there is refused or ignored.',
  'apiHistory.change.parameterRequired': '{{parameter}} must be sent now.',
  'apiHistory.change.parameterStyle':
    'Lists and objects are written into {{parameter}} in another way.',
  'apiHistory.change.partOf.request': "'{{name}}' is part of the request now.",
  'apiHistory.change.partOf.response':
    "'{{name}}' is part of the response now.",
  'apiHistory.change.patternAdded': '{{subject}} has to match a pattern now.',
  'apiHistory.change.patternChanged': 'The pattern of {{subject}} changed.',
  'apiHistory.change.patternRemoved':
    '{{subject}} no longer has to match a pattern.',
  'apiHistory.change.payloadChanged':
    'The payload of {{name}} changed; its kind of schema is not compared in meaning.',
  'apiHistory.change.propertyDeprecated': "'{{name}}' is deprecated now.",
  'apiHistory.change.readOnly':
    "'{{name}}' is read-only now: what consumers send there is ignored.",
  'apiHistory.change.removedFrom.request':
    "'{{name}}' was removed: what consumers send there is refused or ignored.",
  'apiHistory.change.removedFrom.request.deprecated':
    "'{{name}}' was removed: what consumers send there is refused or ignored. It was deprecated.",
  'apiHistory.change.removedFrom.response':
    "'{{name}}' was removed: consumers that read it get nothing.",
  'apiHistory.change.removedFrom.response.deprecated':
    "'{{name}}' was removed: consumers that read it get nothing. It was deprecated.",
  'apiHistory.change.reservationRemoved':
    'No longer reserved are {{reserved}}, so others may take them.',
  'apiHistory.change.schemaFormatChanged':
    'The schemas of {{name}} are of another kind, so they are not compared in meaning.',
  'apiHistory.change.schemeChanged':
    'Authentication by {{name}} works in another way.',
  'apiHistory.change.scopeAdded':
    'Callers need the scope {{scopes}} of {{scheme}} now.',
  'apiHistory.change.scopeRemoved':
    'Callers no longer need the scope {{scopes}} of {{scheme}}.',
  'apiHistory.change.securityRemoved':
    'The operation can be called without authentication.',
  'apiHistory.change.securityRequired':
    'The operation can no longer be called without authentication.',
  'apiHistory.change.serverAdded': 'The API is described at {{url}}, too.',
  'apiHistory.change.serverRemoved':
    'The API is no longer described at {{url}}.',
  'apiHistory.change.service.added': 'The service {{name}} was added.',
  'apiHistory.change.service.removed': 'The service {{name}} was removed.',
  'apiHistory.change.somethingElse': 'something else',
  'apiHistory.change.statusAdded':
    '{{status}} can be answered, which consumers do not know yet.',
  'apiHistory.change.statusDescribed': '{{status}} is described as an answer.',
  'apiHistory.change.statusRemoved': '{{status}} is no longer answered.',
  'apiHistory.change.statusUndescribed':
    '{{status}} is no longer described as an answer.',
  'apiHistory.change.tupleChanged':
    'The number of described items of {{subject}} changed from {{from}} to {{to}}.',
  'apiHistory.change.typeChanged':
    'The type of {{subject}} changed from {{from}} to {{to}}.',
  'apiHistory.change.typeChanged.request.narrowed':
    'The type of {{subject}} changed from {{from}} to {{to}}: less of what consumers send is accepted.',
  'apiHistory.change.typeChanged.request.widened':
    'The type of {{subject}} changed from {{from}} to {{to}}: all that consumers send is still accepted.',
  'apiHistory.change.typeChanged.response.narrowed':
    'The type of {{subject}} changed from {{from}} to {{to}}: consumers get nothing that they do not know.',
  'apiHistory.change.typeChanged.response.widened':
    'The type of {{subject}} changed from {{from}} to {{to}}: consumers get values of a type that they do not expect.',
  'apiHistory.change.valuesAccepted': '{{subject}} accepts {{values}}, too.',
  'apiHistory.change.valuesRefused':
    '{{subject}} no longer accepts {{values}}.',
  'apiHistory.change.webhookAdded': 'The webhook {{name}} was added.',
  'apiHistory.change.webhookRemoved':
    'The webhook {{name}} was removed: consumers are no longer called.',
  'apiHistory.change.writeOnly':
    "'{{name}}' is write-only now: consumers no longer get it.",
  'apiHistory.place.header': "the header '{{name}}' of the {{status}} response",
  'apiHistory.place.header.start':
    "The header '{{name}}' of the {{status}} response",
  'apiHistory.place.item': 'each item of {{subject}}',
  'apiHistory.place.item.start': 'Each item of {{subject}}',
  'apiHistory.place.name': "'{{name}}'",
  'apiHistory.place.name.start': "'{{name}}'",
  'apiHistory.place.other': 'the {{place}}',
  'apiHistory.place.other.start': 'The {{place}}',
  'apiHistory.place.parameter': "the {{kind}} parameter '{{name}}'",
  'apiHistory.place.parameter.start': "The {{kind}} parameter '{{name}}'",
  'apiHistory.place.requestBody': 'the request body',
  'apiHistory.place.requestBody.start': 'The request body',
  'apiHistory.place.response': 'the {{status}} response',
  'apiHistory.place.response.start': 'The {{status}} response',
  'apiHistory.place.unnamed': 'each unnamed property of {{subject}}',
  'apiHistory.place.unnamed.start': 'Each unnamed property of {{subject}}',
  'apiHistory.textOnly.memory':
    'Comparing the definitions takes more memory than allowed.',
  'apiHistory.textOnly.notValid': 'Version {{number}} is not valid.',
  'apiHistory.textOnly.nothing': 'There is nothing to compare in meaning.',
  'apiHistory.textOnly.swagger2':
    'Swagger 2 definitions are compared line by line only.',
  'apiHistory.textOnly.time':
    'Comparing the definitions takes longer than {{seconds}} seconds.',
  'apiHistory.textOnly.tooLarge':
    'Version {{number}} was too large to be kept.',
  'apiHistory.textOnly.type':
    'The type of the API changed from {{before}} to {{after}}.',
  'apiHistory.textOnly.unknownType':
    'Definitions of this type are compared line by line only.',
} as const;
