import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'scorecard.change.checkAdded': 'Check „{{check}}“ hinzugefügt',
  'scorecard.change.checkRemoved': 'Check „{{check}}“ entfernt',
  'scorecard.change.field': '{{field}}: bisher {{from}}, jetzt {{to}}',
  'scorecard.change.field.check.appliesTo': 'Geltungsbereich',
  'scorecard.change.field.check.category': 'Kategorie',
  'scorecard.change.field.check.countsFrom': 'erster Tag, der zählt',
  'scorecard.change.field.check.effort': 'Aufwand',
  'scorecard.change.field.check.expression': 'Ausdruck',
  'scorecard.change.field.check.level': 'Level',
  'scorecard.change.field.check.owner': 'Owner',
  'scorecard.change.field.check.title': 'Titel',
  'scorecard.change.field.check.weight': 'Gewicht',
  'scorecard.change.field.scorecard.appliesTo': 'Bewertete Entitäten',
  'scorecard.change.field.scorecard.description': 'Beschreibung',
  'scorecard.change.field.scorecard.levels': 'Level',
  'scorecard.change.field.scorecard.owner': 'Owner',
  'scorecard.change.field.scorecard.title': 'Titel',
  'scorecard.change.first': 'Zum ersten Mal veröffentlicht',
  'scorecard.change.fix': 'Anleitung zum Beheben geändert',
  'scorecard.change.looks': 'Darstellung der Level geändert',
  'scorecard.change.none': 'keine Angabe',
  'scorecard.change.ofCheck': 'Check „{{check}}“: {{change}}',
  'scorecard.change.order': 'Reihenfolge der Checks geändert',
  'scorecard.change.text': 'Beschreibung geändert',
  'scorecard.exemption.asks_one':
    '{{person}} bittet für {{count}} Tag um eine Ausnahme für {{entity}} von „{{check}}“',
  'scorecard.exemption.asks_other':
    '{{person}} bittet für {{count}} Tage um eine Ausnahme für {{entity}} von „{{check}}“',
  'scorecard.exemption.ended':
    'Die Ausnahme für {{entity}} von „{{check}}“ ist abgelaufen',
  'scorecard.exemption.granted':
    '{{person}} hat die Ausnahme für {{entity}} von „{{check}}“ gewährt',
  'scorecard.exemption.refused':
    '{{person}} hat die Ausnahme für {{entity}} von „{{check}}“ abgelehnt',
  'scorecard.exemption.revoked':
    '{{person}} hat die Ausnahme für {{entity}} von „{{check}}“ widerrufen',
  'scorecard.exemption.withdrawn':
    '{{person}} hat die Ausnahme für {{entity}} von „{{check}}“ zurückgezogen',
  'scorecard.initiative.cancelled': '{{title}} wurde abgebrochen',
  'scorecard.initiative.daysToGo_one': 'noch {{count}} Tag',
  'scorecard.initiative.daysToGo_other': 'noch {{count}} Tage',
  'scorecard.initiative.done': '{{title}} ist geschafft',
  'scorecard.initiative.dueToday': 'fällig heute',
  'scorecard.initiative.goal': '{{goal}}',
  'scorecard.initiative.goalBy': '{{goal}} bis {{day}}: {{services}}',
  'scorecard.initiative.goalIsGone': '„{{scorecard}}“ hat das Ziel nicht mehr',
  'scorecard.initiative.scopeIsGone':
    'Sie wählt Services nach einem Fakt aus, den das Portal nicht mehr hat',
  'scorecard.initiative.left_one':
    '{{title}}: {{count}} deiner Services fehlt, {{due}}',
  'scorecard.initiative.left_other':
    '{{title}}: {{count}} deiner Services fehlen, {{due}}',
  'scorecard.initiative.missed': '{{title}} wurde verfehlt',
  'scorecard.initiative.reached':
    '{{reached}} von {{total}} Services haben das Ziel erreicht, {{exempt}} davon durch eine Ausnahme',
  'scorecard.level.failsNow': 'Jetzt nicht bestanden: {{checks}}',
  'scorecard.level.fell':
    '{{entity}} ist in „{{scorecard}}“ von {{from}} auf {{to}} gefallen',
  'scorecard.level.none': 'kein Level',
  'scorecard.level.rulesChanged':
    'Die Regeln von „{{scorecard}}“ haben sich geändert: {{entity}} ist von {{from}} auf {{to}} gefallen',
  'scorecard.level.rulesChangedForSome':
    'Die Regeln von „{{scorecard}}“ haben sich geändert: {{number}} deiner Services sind auf ein niedrigeres Level gefallen',
  'scorecard.level.services': '{{services}}',
  'scorecard.level.someFell':
    '{{number}} deiner Services sind in „{{scorecard}}“ auf ein niedrigeres Level gefallen',
  'scorecard.refusal.decide':
    'Über diese Ausnahme entscheidet, wem die Scorecard gehört. Wende dich an {{owners}}',
  'scorecard.refusal.decideAny': 'Du darfst nicht über Ausnahmen entscheiden',
  'scorecard.refusal.decideOwn':
    'Du hast diese Ausnahme beantragt, deshalb muss jemand anderes von {{owners}} darüber entscheiden',
  'scorecard.refusal.dueInPast':
    'Der Termin darf nicht in der Vergangenheit liegen',
  'scorecard.refusal.exemptAlready':
    '„{{entityRef}}“ ist von „{{check}}“ schon ausgenommen oder wartet darauf',
  'scorecard.refusal.exemptionIs.expired': 'Die Ausnahme ist abgelaufen',
  'scorecard.refusal.exemptionIs.granted': 'Die Ausnahme ist schon gewährt',
  'scorecard.refusal.exemptionIs.refused': 'Die Ausnahme wurde abgelehnt',
  'scorecard.refusal.exemptionIs.revoked': 'Die Ausnahme wurde widerrufen',
  'scorecard.refusal.exemptionIs.waiting':
    'Die Ausnahme wartet auf eine Entscheidung',
  'scorecard.refusal.exemptionIs.withdrawn': 'Die Ausnahme wurde zurückgezogen',
  'scorecard.refusal.exemptionNotFound':
    'Es gibt keine Ausnahme mit der ID „{{id}}“',
  'scorecard.refusal.expression': 'Ausdruck für den Bereich: {{problem}}',
  'scorecard.refusal.fileIsThere':
    '„{{path}}“ gibt es schon, und nichts wird ersetzt',
  'scorecard.refusal.initiativeIs.cancelled':
    'Die Initiative ist vorbei: Sie wurde abgebrochen',
  'scorecard.refusal.initiativeIs.done':
    'Die Initiative ist vorbei: Sie ist erledigt',
  'scorecard.refusal.initiativeIs.missed':
    'Die Initiative ist vorbei: Sie wurde verfehlt',
  'scorecard.refusal.initiativeNotFound':
    'Es gibt keine Initiative mit der ID „{{id}}“',
  'scorecard.refusal.manageAny': 'Du darfst keine Initiativen verwalten',
  'scorecard.refusal.manageInitiative':
    'Diese Initiative verwaltet, wem die Scorecard gehört oder wer das Portal betreibt. Wende dich an {{owners}}',
  'scorecard.refusal.manageOrphan':
    'Diese Initiative verwaltet, wer das Portal betreibt',
  'scorecard.refusal.newOwners':
    '„{{entityRef}}“ hat andere Owner als bei der Anfrage: Lehne ab und lass sie selbst fragen',
  'scorecard.refusal.noCheck':
    '„{{scorecard}}“ hat den Check „{{check}}“ nicht mehr',
  'scorecard.refusal.noFile':
    '„{{check}}“ lässt sich nicht mit einer Datei beheben',
  'scorecard.refusal.noScorecard': 'Es gibt keine Scorecard „{{scorecard}}“',
  'scorecard.refusal.notApplicable':
    '„{{check}}“ gilt nicht für „{{entityRef}}“',
  'scorecard.refusal.notFound': 'Es gibt keine Scorecard „{{scorecard}}“',
  'scorecard.refusal.notInRepository':
    'Die Scorecard „{{scorecard}}“ steht nicht in einem Repository, sondern in „{{source}}“: Dort ändert sie, wer das Portal betreibt',
  'scorecard.refusal.notNamed':
    'Nichts im Katalog, das du sehen darfst, nennt die Datei der Scorecard „{{scorecard}}“',
  'scorecard.refusal.notRated':
    '„{{scorecard}}“ bewertet „{{entityRef}}“ nicht mit einem Check „{{check}}“',
  'scorecard.refusal.passes': '„{{entityRef}}“ besteht „{{check}}“',
  'scorecard.refusal.proposeFile':
    'Dateien für {{name}} können nur die Owner vorschlagen. Wende dich an {{owners}}',
  'scorecard.refusal.proposeScorecard':
    'Die Scorecards von {{name}} können nur die Owner ändern. Wende dich an {{owners}}',
  'scorecard.refusal.requestExemption':
    'Ausnahmen für {{name}} können nur die Owner beantragen. Wende dich an {{owners}}',
  'scorecard.refusal.unknownChecks':
    'Die Scorecard hat diese Checks nicht: {{names}}',
  'scorecard.refusal.unknownLevel': 'Die Scorecard hat kein Level „{{name}}“',
  'scorecard.refusal.withdraw':
    'Diese Ausnahme können nur {{owners}} zurückziehen',
} satisfies Translated<typeof en>;
