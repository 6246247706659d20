import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'cost.anomaly.day':
    '{{name}} hat am {{day}} {{excess}} mehr gekostet als üblich',
  'cost.anomaly.days':
    '{{name}} hat vom {{from}} bis zum {{to}} {{excess}} mehr gekostet als üblich',
  'cost.anomaly.drivers': 'Das meiste davon: {{drivers}}',
  'cost.bill.allowedValue': 'FOCUS erlaubt: {{values}}',
  'cost.bill.billingPeriodMonth':
    'Der Abrechnungszeitraum ist kein Kalendermonat in UTC. Er zählt für den Monat, in dem er beginnt',
  'cost.bill.billingPeriodOrder':
    'Ein Abrechnungszeitraum endet nach seinem Beginn',
  'cost.bill.chargeCategory':
    'Die Kategorie eines Postens ist eine von diesen: {{categories}}',
  'cost.bill.chargePeriodLength':
    'Ein Posten gilt für höchstens {{years}} Jahre, denn er wird auf alle seine Tage verteilt',
  'cost.bill.chargePeriodOrder':
    'Ein Posten endet nach seinem Beginn; sein Ende ist der erste Zeitpunkt danach',
  'cost.bill.columnCustom':
    'FOCUS kennt diese Spalte nicht, und die Namen eigener Spalten beginnen mit „x_“. Sie wird mit den Zeilen aufbewahrt',
  'cost.bill.columnDispensable':
    'FOCUS {{version}} verlangt diese Spalte. Posten werden auch ohne sie gelesen',
  'cost.bill.columnDuplicate': 'Die Spalte kommt mehrmals vor',
  'cost.bill.columnRequired': 'FOCUS {{version}} verlangt diese Spalte',
  'cost.bill.columnRequiredDaily': 'Ein tägliches CSV braucht diese Spalte',
  'cost.bill.columnVersion': 'FOCUS {{version}} kennt diese Spalte nicht',
  'cost.bill.commitmentStatus':
    'Zur Nutzung eines Commitments gehört die Angabe, ob es genutzt wurde oder ungenutzt blieb',
  'cost.bill.costNumber': 'Kosten müssen eine Zahl sein',
  'cost.bill.csvDelimiter':
    'Zwischen den Namen der Spalten stehen Semikolons. Speichere die Datei mit Kommas, und Dezimalzahlen mit einem Punkt',
  'cost.bill.csvQuotes':
    'Anführungszeichen stehen nicht paarweise um einen ganzen Wert: Was danach kommt, lässt sich nicht auseinanderhalten',
  'cost.bill.currency':
    'Eine Währung ist ein Code aus ISO 4217, zum Beispiel EUR',
  'cost.bill.dataset':
    'Die Datei enthält das Dataset {{dataset}} von FOCUS; Posten stehen im Dataset Cost and Usage',
  'cost.bill.dateTime':
    'Ein Zeitpunkt wird wie 2026-11-28T00:00:00Z geschrieben, mit einem Jahr von 1970 bis 2999',
  'cost.bill.decimal':
    'Eine Zahl hat Ziffern, einen Punkt vor den Nachkommastellen und sonst nichts',
  'cost.bill.decimalRange':
    'Eine Zahl hat höchstens 20 Stellen vor dem Punkt und 60 dahinter',
  'cost.bill.gzip':
    'Die Datei ist mit gzip komprimiert und endet zu früh oder ist beschädigt',
  'cost.bill.invoiceCount': 'Ein Import hat höchstens {{max}} Rechnungen',
  'cost.bill.invoiceCurrency': 'Eine Rechnung hat nur eine Währung',
  'cost.bill.lineTooLong':
    'Eine Zeile hat mehr als {{max}} Zeichen, oder ein Anführungszeichen wird nicht geschlossen',
  'cost.bill.noHeader': 'Die Datei hat keine Zeile mit den Namen der Spalten',
  'cost.bill.noRows': 'Es gibt keine Zeilen',
  'cost.bill.notOpenCost': 'Das ist keine Antwort von OpenCost: {{problem}}',
  'cost.bill.notText':
    'Die Datei ist kein Text, denn sie enthält NUL-Bytes. Speichere sie als CSV in UTF-8',
  'cost.bill.notUtf8':
    'Die Datei ist nicht in UTF-8. Speichere sie als CSV in UTF-8',
  'cost.bill.nullText': 'Der Text „NULL“ wird als leerer Wert gelesen',
  'cost.bill.openCostJson':
    'Das ist keine Antwort von OpenCost: Es ist kein JSON',
  'cost.bill.openCostTooLarge':
    'Ein Tag von OpenCost hat höchstens {{maxBytes}} Bytes: Aggregiere ihn gröber',
  'cost.bill.parquet':
    'Die Datei beginnt wie Parquet, lässt sich aber nicht lesen: {{problem}}',
  'cost.bill.parquetColumns':
    'Die Datei beginnt wie Parquet, lässt sich aber nicht lesen: Sie hat keine Spalten',
  'cost.bill.period': '{{from}} bis {{to}}',
  'cost.bill.priceMissing':
    'FOCUS verlangt in jeder Zeile einen Wert. Wo er fehlt, wird EffectiveCost verwendet',
  'cost.bill.purchaseEffective':
    'Die effektiven Kosten eines Commitments, das spätere Nutzung abdeckt, sind null: Was davon genutzt wird, würde sonst doppelt zählen',
  'cost.bill.quantitySign':
    'Eine Menge unter null nimmt einen Posten zurück: Dazu gehören Kosten unter null, die ChargeCategory Credit oder die ChargeClass Correction',
  'cost.bill.rowLength':
    'Eine Zeile braucht für jede der {{columns}} Spalten einen Wert, und sei es ein leerer',
  'cost.bill.tagNotText': 'In den Tags stehen Zeichen, die kein Text sind',
  'cost.bill.tagsNotObject': 'Ein Wert ist kein JSON-Objekt',
  'cost.bill.tagTooLong':
    'In den Tags ist ein Wert länger als {{maxValue}} Zeichen oder ein Name länger als {{maxName}}',
  'cost.bill.textEncoding':
    'Eine Spalte mit Texten hat Werte, die nicht in UTF-8 sind',
  'cost.bill.tooManyColumns':
    'Eine Datei hat höchstens {{max}} Spalten, nicht {{columns}}',
  'cost.bill.unpackedTooLarge':
    'Entpackt hat die Datei mehr als {{maxBytes}} Bytes; so viele hat keine Rechnung ihrer Größe',
  'cost.bill.utf16': 'Die Datei ist in UTF-16. Speichere sie als CSV in UTF-8',
  'cost.bill.valueMissing': 'Jede Zeile braucht einen Wert',
  'cost.bill.values_one': '{{count}} Wert',
  'cost.bill.values_other': '{{count}} Werte',
  'cost.bill.valueTooLong': 'Ein Text hat höchstens {{maxBytes}} Bytes',
  'cost.budget.expectedAmount': '{{used}} von {{budget}}; bisher {{soFar}}',
  'cost.budget.expectedShare':
    '{{name}} wird voraussichtlich {{share}} des Budgets für {{month}} verbrauchen',
  'cost.budget.usedAmount': '{{used}} von {{budget}}',
  'cost.budget.usedShare':
    '{{name}} hat {{share}} des Budgets für {{month}} verbraucht',
  'cost.import.failed':
    'Der Import ist fehlgeschlagen: {{problem}}. Nichts hat sich geändert; sende die Datei noch einmal',
  'cost.import.refused':
    'Die Fehler stehen im Bericht. Nichts hat sich geändert',
  'cost.import.stopped':
    'Das Portal wurde beendet, während die Datei gelesen wurde. Nichts hat sich geändert; sende sie noch einmal',
  'cost.import.unchanged':
    'Import {{id}} hat denselben Inhalt und wird verwendet',
  'cost.import.unknownReason': 'Grund unbekannt',
  'cost.refusal.acknowledge':
    'Nur die Owner von {{name}} dürfen sagen, warum es mehr kostet. Wende dich an {{owners}}',
  'cost.refusal.allocated':
    'Nur Finance darf sehen, was Regeln zuordnen. Wende dich an {{finance}}',
  'cost.refusal.anomalyNotFound':
    'Es gibt keine Auffälligkeit mit der ID „{{id}}“',
  'cost.refusal.bills':
    'Nur Finance darf Rechnungen sehen. Wende dich an {{finance}}',
  'cost.refusal.budget':
    'Das Budget von {{name}} dürfen nur die Owner und Finance festlegen. Wende dich an {{owners}}',
  'cost.refusal.budgetCurrency':
    'Ein Budget in „{{currency}}“ lässt sich nicht mit Kosten vergleichen: Es gibt keinen Wechselkurs nach „{{portalCurrency}}“',
  'cost.refusal.budgetFile': 'In „{{path}}“ steht „{{name}}“ nicht so wie hier',
  'cost.refusal.budgetKind': 'Entitäten der Art „{{kind}}“ haben kein Budget',
  'cost.refusal.comparison': '„compareFrom“ und „compareTo“ gehören zusammen',
  'cost.refusal.emptyFile': 'Der Body ist leer; er muss die Datei sein',
  'cost.refusal.entityRows':
    'Nur Owner von {{name}} und Finance dürfen die Zeilen der Rechnung sehen. Wende dich an {{owners}}',
  'cost.refusal.entityTotals':
    'Nur Owner von {{name}} und Finance dürfen sehen, was es kostet. Wende dich an {{owners}}',
  'cost.refusal.fileTooLarge':
    'Eine Datei hat höchstens {{maxBytes}} Bytes. Komprimiere sie mit gzip, oder lass „cost.imports.maxBytes“ in der Konfiguration erhöhen',
  'cost.refusal.import':
    'Nur Finance darf Rechnungen hochladen. Wende dich an {{finance}}',
  'cost.refusal.importNotFound': 'Es gibt keinen Import mit der ID „{{id}}“',
  'cost.refusal.importSender':
    '„{{sender}}“ darf keine Rechnungen senden: Es steht nicht in „cost.imports.senders“ der Konfiguration',
  'cost.refusal.importsWaiting':
    'Es warten schon {{max}} Importe. Sende die Datei noch einmal, wenn sie fertig sind',
  'cost.refusal.metricSender':
    '„{{sender}}“ darf keine Metriken senden: Es steht nicht in „cost.metricSenders“ der Konfiguration',
  'cost.refusal.noRules':
    'Es gibt noch keine Regeln: Nenne mit „entityRef“ die Entität, die ihre Datei bekommen soll',
  'cost.refusal.periodLength':
    'Ein Zeitraum darf höchstens {{max}} Tage haben, nicht {{days}}',
  'cost.refusal.periodOrder':
    '„to“ muss nach „from“ liegen: „{{to}}“ liegt nicht nach „{{from}}“',
  'cost.refusal.proposeRules':
    'Die Regeln für Kosten dürfen nur die Owner von {{name}} und Finance ändern. Wende dich an {{owners}}',
  'cost.refusal.rows':
    'Nur Finance darf die Zeilen aller Rechnungen sehen. Wende dich an {{finance}}, oder sieh dir eine Entität an, die dir gehört',
  'cost.refusal.rulesNotInRepository':
    'Die Regeln stehen nicht in einem Repository, sondern in „{{source}}“: Wer das Portal betreibt, ändert sie dort',
  'cost.refusal.rulesRepository':
    'Regeln in „{{repository}}“ würden nicht gelten: Das Repository steht nicht in „cost.allocation.repositories“ der Konfiguration',
  'cost.refusal.tokenReads':
    '„{{sender}}“ darf diese Kosten nicht lesen: Es steht nicht in „cost.imports.senders“ der Konfiguration',
  'cost.refusal.totals':
    'Nur Finance darf sehen, was die ganze Organisation kostet. Wende dich an {{finance}}',
  'cost.refusal.unallocated':
    'Nur Finance darf nicht zugeordnete Kosten sehen. Wende dich an {{finance}}',
  'cost.rules.appliesFrom': 'Gilt ab: {{after}} statt {{before}}',
  'cost.rules.beginning': 'Anfang',
  'cost.rules.description': 'Beschreibung geändert',
  'cost.rules.first': 'Zum ersten Mal veröffentlicht',
  'cost.rules.order': 'Reihenfolge der Regeln geändert',
  'cost.rules.poolAdded': 'Topf „{{name}}“ hinzugefügt',
  'cost.rules.poolChanged': 'Topf „{{name}}“ geändert',
  'cost.rules.poolRemoved': 'Topf „{{name}}“ entfernt',
  'cost.rules.ruleAdded': 'Regel „{{name}}“ hinzugefügt',
  'cost.rules.ruleChanged': 'Regel „{{name}}“ geändert',
  'cost.rules.ruleRemoved': 'Regel „{{name}}“ entfernt',
  'cost.saving.atListPrices': '{{service}} von {{provider}} zum Listenpreis',
  'cost.saving.expired': 'Die Lease ist abgelaufen',
  'cost.saving.expiredOn':
    'Die Lease ist am {{endedOn}} abgelaufen; entfernt wird die Ressource am {{removedOn}}',
  'cost.saving.idle':
    'Sie ist stillgelegt und nicht nutzbar, kostet aber weiter Geld',
  'cost.saving.notUsed':
    'Commitments wurden in den letzten {{days}} Tagen bezahlt und nicht genutzt',
  'cost.saving.serviceOf': '{{service}} von {{provider}}',
  'cost.saving.usedAtListPrice':
    'An jedem der letzten {{days}} Tage genutzt; Commitments desselben Service kosten {{share}} weniger als der Listenpreis',
  'cost.unit.sent': 'An das Portal gesendet',
  'cost.unit.slos': 'Von den SLOs gezählte Ereignisse',
} satisfies Translated<typeof en>;
