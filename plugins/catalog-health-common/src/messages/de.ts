import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'catalogHealth.file.more': 'Und {{count}} weitere.',
  'catalogHealth.file.needsCorrection':
    '{{path}} in {{repository}} muss korrigiert werden',
  'catalogHealth.finding.conflict':
    '„{{entityRef}}“ steht schon in {{existing}}; das gilt statt dieser Datei.',
  'catalogHealth.finding.conflictAdvice':
    'Benenne es hier um, oder entferne es aus einer der beiden Dateien.',
  'catalogHealth.finding.earlierDocument':
    'einem früheren Dokument derselben Datei',
  'catalogHealth.finding.foreignAnnotations':
    'Was unter {{annotations}} steht, führt in ein anderes Repository, einen anderen Branch oder auf einen anderen Host und wird deshalb nicht verwendet.',
  'catalogHealth.finding.foreignAnnotationsAdvice':
    'Nenne, was im Repository der Datei liegt, oder verschiebe die Datei in jenes Repository.',
  'catalogHealth.finding.invalidAdvice':
    'Korrigiere das genannte Feld; die Anleitung zu catalog-info sagt, was in jedes gehört.',
  'catalogHealth.finding.kindAllowedAdvice':
    'Von hier nimmt der Katalog {{kinds}}. Verschiebe es in ein Repository, das es haben darf, oder frage das Plattformteam (catalog.rules).',
  'catalogHealth.finding.kindNotAllowed':
    '„{{entityRef}}“ darf nicht von hier kommen; von der Datei wird nichts übernommen.',
  'catalogHealth.finding.kindNotAllowedRestTaken':
    '„{{entityRef}}“ darf nicht von hier kommen; der Rest der Datei wird übernommen.',
  'catalogHealth.finding.lineAdvice': 'Korrigiere Zeile {{line}} der Datei.',
  'catalogHealth.finding.missing':
    'Die Datei gibt es nicht, oder das Portal darf sie nicht lesen.',
  'catalogHealth.finding.missingAdvice':
    'Pushe die Datei, korrigiere ihren Namen dort, wo sie aufgeführt ist, oder lass das Portal das Repository lesen.',
  'catalogHealth.finding.moduleAdvice':
    'Die Art kommt mit dem Katalogmodul „{{module}}“: Bitte das Plattformteam, es zu installieren, und prüfe die apiVersion.',
  'catalogHealth.finding.noEntity':
    'Das Dokument ist keine Entität: Es braucht apiVersion, kind und metadata.name.',
  'catalogHealth.finding.noEntityAdvice':
    'Ergänze, was fehlt, oder entferne das Dokument.',
  'catalogHealth.finding.noKindAllowedAdvice':
    'Frage das Plattformteam, welche Repositorys es haben dürfen (catalog.rules).',
  'catalogHealth.finding.noModuleAdvice':
    'Kein installiertes Katalogmodul bringt diese Art mit: Prüfe Schreibweise und apiVersion, oder bitte das Plattformteam um ein Modul dafür (von selbst kennt der Katalog {{kinds}}).',
  'catalogHealth.finding.noOwner': 'Es nennt keinen Owner.',
  'catalogHealth.finding.otherAdvice':
    'Wenn die Datei richtig aussieht, frage das Plattformteam, was schiefgegangen ist.',
  'catalogHealth.finding.ownerAdvice':
    'Nenne ein Team des Katalogs als spec.owner.',
  'catalogHealth.finding.placeholderAdvice':
    'Prüfe, ob die Datei da und wohlgeformt ist, im selben Repository oder in einem, das das Plattformteam erlaubt.',
  'catalogHealth.finding.referenceAdvice':
    'Korrigiere den Verweis, oder lege an, worauf er zeigt.',
  'catalogHealth.finding.target': 'Ziel „{{location}}“: {{message}}',
  'catalogHealth.finding.tooLargeAdvice':
    'Lege Definitionen in eigene Dateien, und nenne sie mit $text.',
  'catalogHealth.finding.unknownKind':
    'Der Katalog kennt Art oder apiVersion von „{{entityRef}}“ nicht.',
  'catalogHealth.finding.unknownOwner':
    'Der Owner „{{targetRef}}“ ist nicht im Katalog; es gehört also niemandem.',
  'catalogHealth.finding.unknownReference':
    'Es verweist auf „{{targetRef}}“ ({{relation}}), das nicht im Katalog ist.',
  'catalogHealth.finding.unreadable': 'Die Datei war nicht lesbar: {{reason}}',
  'catalogHealth.finding.unreadableAdvice':
    'Es wird erneut versucht; wenn das bleibt, frage das Plattformteam.',
} satisfies Translated<typeof en>;
