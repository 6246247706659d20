import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'apiHistory.breaking.at': '{{location}}: {{change}}',
  'apiHistory.breaking.more': 'Und {{count}} weitere.',
  'apiHistory.breaking.title': 'Breaking Change in {{api}}',
  'apiHistory.breaking.usedBy': 'Verwendet von {{consumers}}.',
  'apiHistory.change.added': '„{{name}}“ ist neu.',
  'apiHistory.change.addedOptional':
    '„{{name}}“ ist neu und darf gesendet werden.',
  'apiHistory.change.addedRequired':
    '„{{name}}“ ist neu und muss gesendet werden.',
  'apiHistory.change.another': 'ein anderer Wert ({{types}})',
  'apiHistory.change.asyncAdded': 'Das können Consumer jetzt: {{operation}}.',
  'apiHistory.change.asyncRemoved':
    'Das können Consumer nicht mehr: {{operation}}.',
  'apiHistory.change.authenticationAdded':
    'Authentifizierung mit {{name}} wird auch angenommen.',
  'apiHistory.change.authenticationRemoved':
    'Authentifizierung mit {{name}} wird nicht mehr angenommen.',
  'apiHistory.change.bodyAdded': 'Jetzt darf ein Request-Body gesendet werden.',
  'apiHistory.change.bodyAddedRequired':
    'Jetzt muss ein Request-Body gesendet werden.',
  'apiHistory.change.bodyOptional': 'Der Request-Body darf jetzt fehlen.',
  'apiHistory.change.bodyRemoved':
    'Der Request-Body wird nicht mehr angenommen.',
  'apiHistory.change.bodyRequired':
    'Der Request-Body muss jetzt gesendet werden.',
  'apiHistory.change.callbackAdded': 'Der Callback {{name}} ist neu.',
  'apiHistory.change.callbackRemoved':
    'Der Callback {{name}} wurde entfernt: Consumer werden nicht mehr aufgerufen.',
  'apiHistory.change.canBeToo': '{{subject}}: Kann auch {{value}} sein.',
  'apiHistory.change.canBeUnknown':
    '{{subject}}: Kann {{value}} sein, was Consumer noch nicht kennen.',
  'apiHistory.change.canNoLongerBe':
    '{{subject}}: Kann nicht mehr {{value}} sein.',
  'apiHistory.change.channelAdded': 'Der Channel {{address}} ist neu.',
  'apiHistory.change.channelRemoved': 'Der Channel {{address}} wurde entfernt.',
  'apiHistory.change.choiceAdded':
    '{{subject}}: Muss jetzt zu einem von mehreren Schemas passen.',
  'apiHistory.change.choiceRemoved':
    '{{subject}}: Muss nicht mehr zu einem von mehreren Schemas passen.',
  'apiHistory.change.contentTypeChanged':
    'Der Content-Type von {{name}} hat sich geändert.',
  'apiHistory.change.defaultChanged':
    '{{subject}}: Wer es weglässt, bekommt einen anderen Default.',
  'apiHistory.change.defaultRemoved':
    '{{subject}}: Wer es weglässt, bekommt keinen Default mehr.',
  'apiHistory.change.described': '„{{name}}“ ist jetzt beschrieben.',
  'apiHistory.change.enum.added': 'Das Enum {{name}} ist neu.',
  'apiHistory.change.enum.removed': 'Das Enum {{name}} wurde entfernt.',
  'apiHistory.change.enumAdded':
    '{{subject}}: War frei und ist jetzt eines von {{values}}.',
  'apiHistory.change.enumRemoved':
    '{{subject}}: Ist nicht mehr auf {{values}} beschränkt.',
  'apiHistory.change.enumValueAdded':
    '{{value}} ist neu; Consumer kennen es noch nicht.',
  'apiHistory.change.enumValueNumber':
    'Die Nummer von {{value}} ist jetzt {{to}} statt {{from}}.',
  'apiHistory.change.enumValueRemoved': 'Der Wert {{value}} wurde entfernt.',
  'apiHistory.change.externalReference':
    '{{subject}}: Verweist auf eine andere Datei, die nicht verglichen wird.',
  'apiHistory.change.fewerProperties':
    '{{subject}}: Nimmt neben den genannten weniger Properties an.',
  'apiHistory.change.fieldAdded': 'Das Feld „{{name}}“ ist neu.',
  'apiHistory.change.fieldJsonName':
    '„{{name}}“ heißt in JSON jetzt {{to}} statt {{from}}.',
  'apiHistory.change.fieldLabel': '„{{name}}“ ist jetzt {{to}} statt {{from}}.',
  'apiHistory.change.fieldNumberReused':
    '„{{name}}“ übernimmt die Nummer {{number}}, die reserviert war: Consumer kennen sie vielleicht als etwas anderes.',
  'apiHistory.change.fieldOneof':
    '„{{name}}“ ist in ein oneof gewandert oder heraus.',
  'apiHistory.change.fieldRemoved': 'Das Feld „{{name}}“ wurde entfernt.',
  'apiHistory.change.fieldRemovedUnreserved':
    'Das Feld „{{name}}“ wurde entfernt. Seine Nummer {{number}} ist nicht reserviert, ein anderes Feld kann sie also übernehmen.',
  'apiHistory.change.fieldRenamed':
    'Das Feld {{number}} heißt jetzt „{{name}}“: Code und JSON mit dem alten Namen funktionieren nicht mehr.',
  'apiHistory.change.fieldRequired': 'Das Feld „{{name}}“ ist neu und Pflicht.',
  'apiHistory.change.fieldType':
    'Der Typ von „{{name}}“ ist jetzt {{to}} statt {{from}}.',
  'apiHistory.change.fieldTypeAlike':
    'Der Typ von „{{name}}“ ist jetzt {{to}} statt {{from}}: gleich geschrieben, aber mit anderen Werten.',
  'apiHistory.change.flowAdded':
    'Consumer können ein Token für {{name}} auch auf einem anderen Weg bekommen.',
  'apiHistory.change.flowChanged':
    'Consumer bekommen ein Token für {{name}} jetzt auf einem anderen Weg oder unter einer anderen Adresse.',
  'apiHistory.change.formatAdded':
    '{{subject}}: Hat jetzt das Format {{format}}.',
  'apiHistory.change.formatChanged':
    '{{subject}}: Das Format ist jetzt {{to}} statt {{from}}.',
  'apiHistory.change.formatRemoved':
    '{{subject}}: Hat nicht mehr das Format {{format}}.',
  'apiHistory.change.headerAdded': 'Der Header „{{name}}“ ist neu.',
  'apiHistory.change.headerAlways': 'Der Header „{{name}}“ ist jetzt immer da.',
  'apiHistory.change.headerRemoved': 'Der Header „{{name}}“ wurde entfernt.',
  'apiHistory.change.headerSometimes':
    'Der Header „{{name}}“ ist nicht mehr immer da.',
  'apiHistory.change.isAlwaysThere': '„{{name}}“ ist jetzt immer da.',
  'apiHistory.change.isNeverAnyMore': '{{subject}}: Ist nie mehr {{value}}.',
  'apiHistory.change.isNotAlwaysThere': '„{{name}}“ ist nicht mehr immer da.',
  'apiHistory.change.itemsMayRepeat':
    '{{subject}}: Die Elemente dürfen jetzt gleich sein.',
  'apiHistory.change.itemsUnique':
    '{{subject}}: Die Elemente müssen sich jetzt unterscheiden.',
  'apiHistory.change.keywordChanged':
    '{{subject}}: „{{keyword}}“ hat sich geändert; die Bedeutung wird nicht verglichen.',
  'apiHistory.change.limitChanged':
    '{{subject}}: Das Limit {{limit}} ist jetzt {{to}} statt {{from}}.',
  'apiHistory.change.mayBeLeftOut': '„{{name}}“ darf jetzt fehlen.',
  'apiHistory.change.mediaAccepted': '{{mediaType}} wird auch angenommen.',
  'apiHistory.change.mediaNotOffered':
    '{{mediaType}} wird nicht mehr angeboten.',
  'apiHistory.change.mediaOffered': '{{mediaType}} wird auch angeboten.',
  'apiHistory.change.mediaRefused': '{{mediaType}} wird nicht mehr angenommen.',
  'apiHistory.change.message.added': 'Die Message {{name}} ist neu.',
  'apiHistory.change.message.removed': 'Die Message {{name}} wurde entfernt.',
  'apiHistory.change.messageAccepted':
    'Die Nachricht {{name}} wird auch angenommen.',
  'apiHistory.change.messageNotSent':
    'Die Nachricht {{name}} wird nicht mehr gesendet.',
  'apiHistory.change.messageRefused':
    'Die Nachricht {{name}} wird nicht mehr angenommen.',
  'apiHistory.change.messageUnknown':
    'Die Nachricht {{name}} kann kommen, die Consumer noch nicht kennen.',
  'apiHistory.change.method.added': 'Die Methode {{name}} ist neu.',
  'apiHistory.change.method.removed': 'Die Methode {{name}} wurde entfernt.',
  'apiHistory.change.methodPart.request':
    'Der Request ist jetzt {{to}} statt {{from}}.',
  'apiHistory.change.methodPart.response':
    'Die Response ist jetzt {{to}} statt {{from}}.',
  'apiHistory.change.moreProperties':
    '{{subject}}: Nimmt neben den genannten mehr Properties an.',
  'apiHistory.change.mustBeSent': '„{{name}}“ muss jetzt gesendet werden.',
  'apiHistory.change.none': 'keines',
  'apiHistory.change.notNullable': '{{subject}}: Darf nicht mehr null sein.',
  'apiHistory.change.nullable': '{{subject}}: Darf jetzt null sein.',
  'apiHistory.change.operationAdded': '{{operation}} ist neu.',
  'apiHistory.change.operationDeprecated':
    '{{operation}} ist jetzt deprecated.',
  'apiHistory.change.operationId':
    'Die Operation hat eine andere ID: Generierte Clients rufen sie unter einem anderen Namen auf.',
  'apiHistory.change.operationRemoved': '{{operation}} wurde entfernt.',
  'apiHistory.change.operationRemovedDeprecated':
    '{{operation}} wurde entfernt. Es war deprecated.',
  'apiHistory.change.packageChanged':
    'Das Package hat sich geändert: Alle Services heißen anders.',
  'apiHistory.change.parameterAdded':
    '{{parameter}}: Ist neu und darf gesendet werden.',
  'apiHistory.change.parameterAddedRequired':
    '{{parameter}}: Ist neu und muss gesendet werden.',
  'apiHistory.change.parameterDeprecated':
    '{{parameter}}: Ist jetzt deprecated.',
  'apiHistory.change.parameterOptional': '{{parameter}}: Darf jetzt fehlen.',
  'apiHistory.change.parameterRemoved':
    '{{parameter}}: Wurde entfernt; was Consumer dort senden, wird abgelehnt oder ignoriert.',
  'apiHistory.change.parameterRequired':
    '{{parameter}}: Muss jetzt gesendet werden.',
  'apiHistory.change.parameterStyle':
    '{{parameter}}: Listen und Objekte werden anders hineingeschrieben.',
  'apiHistory.change.partOf.request': '„{{name}}“ ist jetzt Teil des Requests.',
  'apiHistory.change.partOf.response':
    '„{{name}}“ ist jetzt Teil der Response.',
  'apiHistory.change.patternAdded':
    '{{subject}}: Muss jetzt zu einem Muster passen.',
  'apiHistory.change.patternChanged':
    '{{subject}}: Das Muster hat sich geändert.',
  'apiHistory.change.patternRemoved':
    '{{subject}}: Muss nicht mehr zu einem Muster passen.',
  'apiHistory.change.payloadChanged':
    'Die Payload von {{name}} hat sich geändert; Schemas dieser Art werden nicht nach Bedeutung verglichen.',
  'apiHistory.change.propertyDeprecated': '„{{name}}“ ist jetzt deprecated.',
  'apiHistory.change.readOnly':
    '„{{name}}“ ist jetzt nur lesbar: Was Consumer dort senden, wird ignoriert.',
  'apiHistory.change.removedFrom.request':
    '„{{name}}“ wurde entfernt: Was Consumer dort senden, wird abgelehnt oder ignoriert.',
  'apiHistory.change.removedFrom.request.deprecated':
    '„{{name}}“ wurde entfernt: Was Consumer dort senden, wird abgelehnt oder ignoriert. Es war deprecated.',
  'apiHistory.change.removedFrom.response':
    '„{{name}}“ wurde entfernt: Consumer, die es lesen, bekommen nichts.',
  'apiHistory.change.removedFrom.response.deprecated':
    '„{{name}}“ wurde entfernt: Consumer, die es lesen, bekommen nichts. Es war deprecated.',
  'apiHistory.change.reservationRemoved':
    'Nicht mehr reserviert: {{reserved}}. Andere können sie also übernehmen.',
  'apiHistory.change.schemaFormatChanged':
    'Die Schemas von {{name}} sind von einer anderen Art und werden deshalb nicht nach Bedeutung verglichen.',
  'apiHistory.change.schemeChanged':
    'Authentifizierung mit {{name}} funktioniert anders.',
  'apiHistory.change.scopeAdded':
    'Aufrufer brauchen jetzt den Scope {{scopes}} von {{scheme}}.',
  'apiHistory.change.scopeRemoved':
    'Aufrufer brauchen den Scope {{scopes}} von {{scheme}} nicht mehr.',
  'apiHistory.change.securityRemoved':
    'Die Operation lässt sich ohne Authentifizierung aufrufen.',
  'apiHistory.change.securityRequired':
    'Die Operation lässt sich nicht mehr ohne Authentifizierung aufrufen.',
  'apiHistory.change.serverAdded':
    'Die API ist auch unter {{url}} beschrieben.',
  'apiHistory.change.serverRemoved':
    'Die API ist nicht mehr unter {{url}} beschrieben.',
  'apiHistory.change.service.added': 'Der Service {{name}} ist neu.',
  'apiHistory.change.service.removed': 'Der Service {{name}} wurde entfernt.',
  'apiHistory.change.somethingElse': 'etwas anderes',
  'apiHistory.change.statusAdded':
    '{{status}} kann geantwortet werden, was Consumer noch nicht kennen.',
  'apiHistory.change.statusDescribed':
    '{{status}} ist als Antwort beschrieben.',
  'apiHistory.change.statusRemoved': '{{status}} wird nicht mehr geantwortet.',
  'apiHistory.change.statusUndescribed':
    '{{status}} ist nicht mehr als Antwort beschrieben.',
  'apiHistory.change.tupleChanged':
    '{{subject}}: Beschrieben sind jetzt {{to}} statt {{from}} Elemente.',
  'apiHistory.change.typeChanged':
    '{{subject}}: Der Typ ist jetzt {{to}} statt {{from}}.',
  'apiHistory.change.typeChanged.request.narrowed':
    '{{subject}}: Der Typ ist jetzt {{to}} statt {{from}}; von dem, was Consumer senden, wird weniger angenommen.',
  'apiHistory.change.typeChanged.request.widened':
    '{{subject}}: Der Typ ist jetzt {{to}} statt {{from}}; alles, was Consumer senden, wird weiter angenommen.',
  'apiHistory.change.typeChanged.response.narrowed':
    '{{subject}}: Der Typ ist jetzt {{to}} statt {{from}}; Consumer bekommen nichts, was sie nicht kennen.',
  'apiHistory.change.typeChanged.response.widened':
    '{{subject}}: Der Typ ist jetzt {{to}} statt {{from}}; Consumer bekommen Werte eines Typs, den sie nicht erwarten.',
  'apiHistory.change.valuesAccepted': '{{subject}}: Nimmt auch {{values}} an.',
  'apiHistory.change.valuesRefused':
    '{{subject}}: Nimmt {{values}} nicht mehr an.',
  'apiHistory.change.webhookAdded': 'Der Webhook {{name}} ist neu.',
  'apiHistory.change.webhookRemoved':
    'Der Webhook {{name}} wurde entfernt: Consumer werden nicht mehr aufgerufen.',
  'apiHistory.change.writeOnly':
    '„{{name}}“ ist jetzt nur schreibbar: Consumer bekommen es nicht mehr.',
  'apiHistory.place.header': 'Header „{{name}}“ der Response {{status}}',
  'apiHistory.place.header.start': 'Header „{{name}}“ der Response {{status}}',
  'apiHistory.place.item': 'Jedes Element von {{subject}}',
  'apiHistory.place.item.start': 'Jedes Element von {{subject}}',
  'apiHistory.place.name': '„{{name}}“',
  'apiHistory.place.name.start': '„{{name}}“',
  'apiHistory.place.other': '{{place}}',
  'apiHistory.place.other.start': '{{place}}',
  'apiHistory.place.parameter': '{{kind}}-Parameter „{{name}}“',
  'apiHistory.place.parameter.start': '{{kind}}-Parameter „{{name}}“',
  'apiHistory.place.requestBody': 'Request-Body',
  'apiHistory.place.requestBody.start': 'Request-Body',
  'apiHistory.place.response': 'Response {{status}}',
  'apiHistory.place.response.start': 'Response {{status}}',
  'apiHistory.place.unnamed': 'Jede nicht genannte Property von {{subject}}',
  'apiHistory.place.unnamed.start':
    'Jede nicht genannte Property von {{subject}}',
  'apiHistory.textOnly.memory':
    'Der Vergleich der Definitionen braucht mehr Speicher, als erlaubt ist.',
  'apiHistory.textOnly.notValid': 'Version {{number}} ist ungültig.',
  'apiHistory.textOnly.nothing': 'Inhaltlich gibt es nichts zu vergleichen.',
  'apiHistory.textOnly.swagger2':
    'Definitionen in Swagger 2 werden nur Zeile für Zeile verglichen.',
  'apiHistory.textOnly.time':
    'Der Vergleich der Definitionen dauert länger als {{seconds}} Sekunden.',
  'apiHistory.textOnly.tooLarge':
    'Version {{number}} war zu groß, um aufbewahrt zu werden.',
  'apiHistory.textOnly.type':
    'Der Typ der API hat sich von {{before}} zu {{after}} geändert.',
  'apiHistory.textOnly.unknownType':
    'Definitionen dieses Typs werden nur Zeile für Zeile verglichen.',
} satisfies Translated<typeof en>;
