export default {
  'cost.anomaly.day': '{{name}} cost {{excess}} more than usual on {{day}}',
  'cost.anomaly.days':
    '{{name}} cost {{excess}} more than usual from {{from}} to {{to}}',
  'cost.anomaly.drivers': 'Most of it: {{drivers}}',
  'cost.bill.allowedValue': 'FOCUS allows: {{values}}',
  'cost.bill.billingPeriodMonth':
    'The billing period is not a calendar month in UTC. It counts as the month in which it starts',
  'cost.bill.billingPeriodOrder': 'A billing period ends after it starts',
  'cost.bill.chargeCategory':
    'The category of a charge is one of: {{categories}}',
  'cost.bill.chargePeriodLength':
    'A charge is for {{years}} years at most: it is spread over each of its days',
  'cost.bill.chargePeriodOrder':
    'A charge ends after it starts; its end is the first instant after it',
  'cost.bill.columnCustom':
    "FOCUS does not define this column, and names of custom ones start with 'x_'. It is kept with the rows",
  'cost.bill.columnDispensable':
    'FOCUS {{version}} requires this column. Charges are read without it',
  'cost.bill.columnDuplicate': 'The column appears more than once',
  'cost.bill.columnRequired': 'FOCUS {{version}} requires this column',
  'cost.bill.columnRequiredDaily': 'A daily CSV requires this column',
  'cost.bill.columnVersion': 'FOCUS {{version}} does not define this column',
  'cost.bill.commitmentStatus':
    'Use of a commitment says whether it was used or unused',
  'cost.bill.costNumber': 'A cost is a number',
  'cost.bill.csvDelimiter':
    'Semicolons are between the names of columns. Save the file with commas, and decimals with a point',
  'cost.bill.csvQuotes':
    'Quotes are not in pairs around a whole value: what follows cannot be told apart',
  'cost.bill.currency': 'A currency is one of ISO 4217, such as EUR',
  'cost.bill.dataset':
    'The file has the dataset {{dataset}} of FOCUS; charges are in the dataset Cost and Usage',
  'cost.bill.dateTime':
    'A time is written as 2026-11-28T00:00:00Z, in a year from 1970 to 2999',
  'cost.bill.decimal':
    'A number has digits, a point before decimals, and nothing else',
  'cost.bill.decimalRange':
    'A number has at most 20 digits before the point, and 60 behind it',
  'cost.bill.gzip':
    'The file is packed by gzip, and ends too early or is damaged',
  'cost.bill.invoiceCount': 'An import has at most {{max}} invoices',
  'cost.bill.invoiceCurrency': 'An invoice is in one currency',
  'cost.bill.lineTooLong':
    'A row has more than {{max}} characters, or a quote that opens has none that closes',
  'cost.bill.noHeader': 'The file has no line with the names of columns',
  'cost.bill.noRows': 'There are no rows',
  'cost.bill.notOpenCost': 'This is no answer of OpenCost: {{problem}}',
  'cost.bill.notText':
    'The file is not text: it contains NUL bytes. Save it as CSV in UTF-8',
  'cost.bill.notUtf8': 'The file is not in UTF-8. Save it as CSV in UTF-8',
  'cost.bill.nullText': "The text 'NULL' is read as an empty value",
  'cost.bill.openCostJson': 'This is no answer of OpenCost: it is not JSON',
  'cost.bill.openCostTooLarge':
    'A day of OpenCost has at most {{maxBytes}} bytes: aggregate it by less',
  'cost.bill.parquet':
    'The file begins as Parquet does and cannot be read: {{problem}}',
  'cost.bill.parquetColumns':
    'The file begins as Parquet does and cannot be read: it has no columns',
  'cost.bill.period': '{{from}} to {{to}}',
  'cost.bill.priceMissing':
    'FOCUS requires a value in every row. Its EffectiveCost is used instead',
  'cost.bill.purchaseEffective':
    'The effective cost of a commitment that covers later use is zero: what is used of it would count twice',
  'cost.bill.quantitySign':
    'A quantity below zero takes a charge back: it needs a cost below zero, the charge category Credit, or the charge class Correction',
  'cost.bill.rowLength':
    'A row needs a value for each of the {{columns}} columns, if only an empty one',
  'cost.bill.tagNotText': 'A tag has characters that are no text',
  'cost.bill.tagsNotObject': 'A value is not a JSON object',
  'cost.bill.tagTooLong':
    'A tag has a value of more than {{maxValue}} characters, or a name of more than {{maxName}}',
  'cost.bill.textEncoding': 'A column of texts has values that are no UTF-8',
  'cost.bill.tooManyColumns':
    'A file has at most {{max}} columns, not {{columns}}',
  'cost.bill.unpackedTooLarge':
    'Unpacked, the file has more than {{maxBytes}} bytes, which is more than a bill of its size has',
  'cost.bill.utf16': 'The file is UTF-16. Save it as CSV in UTF-8',
  'cost.bill.valueMissing': 'Every row needs a value',
  'cost.bill.values_one': '{{count}} value',
  'cost.bill.values_other': '{{count}} values',
  'cost.bill.valueTooLong': 'A text has at most {{maxBytes}} bytes',
  'cost.budget.expectedAmount': '{{used}} of {{budget}}; {{soFar}} so far',
  'cost.budget.expectedShare':
    '{{name}} is expected to use {{share}} of its budget for {{month}}',
  'cost.budget.usedAmount': '{{used}} of {{budget}}',
  'cost.budget.usedShare':
    '{{name}} has used {{share}} of its budget for {{month}}',
  'cost.import.failed':
    'It could not be brought in: {{problem}}. Nothing has changed; send it again',
  'cost.import.refused': 'The report lists the errors. Nothing has changed',
  'cost.import.stopped':
    'The portal stopped while it was read. Nothing has changed; send it again',
  'cost.import.unchanged':
    'Import {{id}} has the same content, and is in force',
  'cost.import.unknownReason': 'unknown reason',
  'cost.refusal.acknowledge':
    'Only the owners of {{name}} may say why it costs more: ask {{owners}}',
  'cost.refusal.allocated':
    'Only finance can see what rules allocate: ask {{finance}}',
  'cost.refusal.anomalyNotFound': "No anomaly with id '{{id}}'",
  'cost.refusal.bills': 'Only finance can see bills: ask {{finance}}',
  'cost.refusal.budget':
    'Only the owners of {{name}} and finance may set its budget: ask {{owners}}',
  'cost.refusal.budgetCurrency':
    "A budget in '{{currency}}' cannot be compared with cost: there is no exchange rate from it to '{{portalCurrency}}'",
  'cost.refusal.budgetFile':
    "'{{path}}' does not have '{{name}}' as it is here",
  'cost.refusal.budgetKind': "Entities of the kind '{{kind}}' have no budget",
  'cost.refusal.comparison': "'compareFrom' and 'compareTo' belong together",
  'cost.refusal.emptyFile': 'The body is empty; it has to be the file',
  'cost.refusal.entityRows':
    'Only owners of {{name}} and finance may read the rows of its bill: ask {{owners}}',
  'cost.refusal.entityTotals':
    'Only owners of {{name}} and finance may read what it costs: ask {{owners}}',
  'cost.refusal.fileTooLarge':
    "A file has at most {{maxBytes}} bytes. Pack it by gzip, or have 'cost.imports.maxBytes' of the configuration raised",
  'cost.refusal.import': 'Only finance can upload bills: ask {{finance}}',
  'cost.refusal.importNotFound': "No import with id '{{id}}'",
  'cost.refusal.importSender':
    "'{{sender}}' may not send bills: 'cost.imports.senders' of the configuration does not name it",
  'cost.refusal.importsWaiting':
    '{{max}} imports are waiting. Send it again when they are done',
  'cost.refusal.metricSender':
    "'{{sender}}' may not send metrics: 'cost.metricSenders' of the configuration does not name it",
  'cost.refusal.noRules':
    "There are no rules yet: name the entity that is to have their file, by 'entityRef'",
  'cost.refusal.periodLength': 'A period may have {{max}} days, not {{days}}',
  'cost.refusal.periodOrder':
    "'to' must be after 'from': '{{to}}' is not after '{{from}}'",
  'cost.refusal.proposeRules':
    'Only the owners of {{name}} and finance may change the rules of cost: ask {{owners}}',
  'cost.refusal.rows':
    'Only finance can see the rows of every bill: ask {{finance}}, or look at an entity that you own',
  'cost.refusal.rulesNotInRepository':
    "The rules are not written in a repository, but in '{{source}}': who runs the portal changes them there",
  'cost.refusal.rulesRepository':
    "Rules in '{{repository}}' would not count: 'cost.allocation.repositories' of the configuration does not name it",
  'cost.refusal.tokenReads':
    "'{{sender}}' may not read this cost: 'cost.imports.senders' of the configuration does not name it",
  'cost.refusal.totals':
    'Only finance can see what the whole organisation costs: ask {{finance}}',
  'cost.refusal.unallocated':
    'Only finance can see unallocated cost: ask {{finance}}',
  'cost.rules.appliesFrom': 'Applies from {{before}} to {{after}}',
  'cost.rules.beginning': 'the beginning',
  'cost.rules.description': 'Description changed',
  'cost.rules.first': 'Published for the first time',
  'cost.rules.order': 'Order of rules changed',
  'cost.rules.poolAdded': 'Pool "{{name}}" added',
  'cost.rules.poolChanged': 'Pool "{{name}}" changed',
  'cost.rules.poolRemoved': 'Pool "{{name}}" removed',
  'cost.rules.ruleAdded': 'Rule "{{name}}" added',
  'cost.rules.ruleChanged': 'Rule "{{name}}" changed',
  'cost.rules.ruleRemoved': 'Rule "{{name}}" removed',
  'cost.saving.atListPrices': '{{service}} of {{provider}} at list prices',
  'cost.saving.expired': 'Its lease ended',
  'cost.saving.expiredOn':
    'Its lease ended on {{endedOn}}; it is removed on {{removedOn}}',
  'cost.saving.idle':
    'It is suspended and cannot be used, but it still costs money',
  'cost.saving.notUsed':
    'Commitments were paid for and not used in the last {{days}} days',
  'cost.saving.serviceOf': '{{service}} of {{provider}}',
  'cost.saving.usedAtListPrice':
    'Used on each of the last {{days}} days; commitments of the same service cost {{share}} less than list prices',
  'cost.unit.sent': 'Sent to the portal',
  'cost.unit.slos': 'Events that its SLOs counted',
} as const;
