import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'docs.failure.columnOfToml':
    '„{{file}}“ ist in Zeile {{line}}, Spalte {{column}} kein gültiges TOML: {{problem}}',
  'docs.failure.columnOfYaml':
    '„{{file}}“ ist in Zeile {{line}}, Spalte {{column}} kein gültiges YAML: {{problem}}',
  'docs.failure.didNotStart':
    'Ein Build-Prozess ist nicht gestartet: {{reason}}',
  'docs.failure.docsDirOutside':
    '„docs_dir: {{folder}}“ in „{{file}}“ muss einen Ordner innerhalb des Repositorys nennen',
  'docs.failure.ended': 'Der Build-Prozess hat sich unerwartet beendet',
  'docs.failure.endedAt':
    'Der Build-Prozess hat sich unerwartet beendet, zuletzt bei „{{page}}“',
  'docs.failure.fileBehindLink':
    'Die Datei „{{path}}“ liegt hinter einem symbolischen Link, und solchen wird nicht gefolgt',
  'docs.failure.filesTooLarge':
    'Bilder und andere Dateien haben zusammen {{size}}; erlaubt sind höchstens {{maxSize}}',
  'docs.failure.noMarkdown':
    'Der Ordner „{{folder}}“ enthält kein Markdown, und eine README.md gibt es nicht',
  'docs.failure.noPages':
    'Es gibt weder einen Ordner „{{folder}}“ noch eine README.md, aus denen Dokumentation entstehen könnte',
  'docs.failure.noProjectTable': 'In „{{file}}“ fehlt die Tabelle „[project]“',
  'docs.failure.noSettingsMap':
    '„{{file}}“ muss aus Einstellungen mit Namen und Wert bestehen',
  'docs.failure.pagesTooLarge':
    'Die Markdown-Seiten haben zusammen {{size}}; erlaubt sind höchstens {{maxSize}}',
  'docs.failure.pathOutside':
    'Der Pfad „{{path}}“ führt aus dem Ordner der Dokumentation hinaus',
  'docs.failure.settingsTooLarge':
    '„{{file}}“ hat {{size}}; gelesen werden höchstens {{maxSize}}',
  'docs.failure.tooLong':
    'Der Build hat länger als {{seconds}} Sekunden gedauert',
  'docs.failure.tooLongAt':
    'Der Build hat länger als {{seconds}} Sekunden gedauert, zuletzt bei „{{page}}“',
  'docs.failure.tooManyAliases': '„{{file}}“ verwendet zu viele YAML-Aliasse',
  'docs.failure.tooManyPages':
    'Die Dokumentation hat {{pages}} Seiten; erlaubt sind höchstens {{maxPages}}',
  'docs.failure.tooMuchMemory':
    'Der Build hat mehr als {{megabytes}} MB Arbeitsspeicher gebraucht',
  'docs.failure.tooMuchMemoryAt':
    'Der Build hat mehr als {{megabytes}} MB Arbeitsspeicher gebraucht, zuletzt bei „{{page}}“',
  'docs.file.htmlFile':
    'HTML-Dateien werden nicht veröffentlicht; schreibe Markdown',
  'docs.file.link': 'Symbolischen Links wird nicht gefolgt',
  'docs.file.nameTaken': 'Diesen Namen verwendet das Portal selbst',
  'docs.file.tooLarge':
    'Die Datei hat {{size}}, erlaubt sind höchstens {{maxSize}}',
  'docs.preview.notAPage': '„{{page}}“ ist keine Seite dieser Dokumentation',
  'docs.preview.tooMany':
    'Gerade werden zu viele Vorschauen erstellt; versuche es gleich noch einmal',
  'docs.refusal.readFeedback':
    'Was zur Dokumentation von {{name}} gesagt wurde, dürfen nur die Owner lesen. Wende dich an {{owners}}',
  'docs.size.GB': '{{size}} GB',
  'docs.size.MB': '{{size}} MB',
  'docs.size.bytes': '{{size}} Bytes',
  'docs.size.kB': '{{size}} kB',
  'docs.snippet.address': 'Adressen im Web werden nicht abgerufen',
  'docs.snippet.noFile': 'Im Repository gibt es diese Datei nicht',
  'docs.snippet.noSection': 'Die Datei hat keinen Abschnitt „{{section}}“',
  'docs.snippet.outside': 'Es liegt außerhalb des Repositorys',
  'docs.snippet.tooDeep':
    'Snippets sind mehr als {{max}}-mal ineinander verschachtelt',
  'docs.snippet.tooLong': 'Die Snippets dieser Seite sind zusammen zu lang',
  'docs.warning.addressTaken':
    'Diese Seite wurde ausgelassen, weil „{{other}}“ dieselbe Adresse hat',
  'docs.warning.authorsInvalid':
    '„{{file}}“ ist kein gültiges YAML: {{problem}}',
  'docs.warning.authorsTooLarge':
    '„{{file}}“ hat {{bytes}} Bytes; gelesen werden höchstens {{maxBytes}}',
  'docs.warning.blocksTooDeep':
    'Blöcke sind mehr als {{max}}-mal verschachtelt; was tiefer liegt, fehlt auf der Seite',
  'docs.warning.codePlain':
    'Der Code dieser Seite ließ sich nicht rechtzeitig einfärben und wird ohne Farben angezeigt',
  'docs.warning.extensionIgnored':
    'Die Markdown-Erweiterung „{{extension}}“ in {{file}} wird nicht unterstützt und wurde ignoriert',
  'docs.warning.extensionOptionIgnored':
    '„{{option}}“ der Markdown-Erweiterung „{{extension}}“ in {{file}} wird nicht unterstützt und wurde ignoriert',
  'docs.warning.fileLeftOut': '„{{path}}“ wurde ausgelassen: {{reason}}',
  'docs.warning.footnotesLeftOut':
    'Die Seite hat mehr als {{max}} Fußnoten; die übrigen wurden ausgelassen',
  'docs.warning.formulaUnreadable':
    'Eine Formel konnte nicht gelesen werden: {{reason}}',
  'docs.warning.frontMatterInvalid':
    'Das Front Matter ist ungültig: {{problem}}',
  'docs.warning.htmlTooDeep':
    'HTML, das mehr als {{max}}-mal verschachtelt ist, wird als Text angezeigt; ist jedes Tag geschlossen?',
  'docs.warning.iconUnknown':
    'Das Icon „{{icon}}“ ist nicht bekannt und wurde ausgelassen',
  'docs.warning.navEntryInvalid':
    'Ein Eintrag von „nav“ ist weder eine Datei noch eine Liste mit Titel',
  'docs.warning.navEntryWithoutFile':
    'Der Eintrag „{{title}}“ von „nav“ hat weder eine Datei noch eine Liste',
  'docs.warning.navNotAList':
    '„nav“ in {{file}} ist keine Liste; die Navigation folgt deshalb den Ordnern',
  'docs.warning.navTooDeep':
    '„nav“ ist mehr als {{max}}-mal verschachtelt; der Rest wurde ausgelassen',
  'docs.warning.noFolder':
    'Den Ordner „{{folder}}“, den „docs_dir“ nennt, gibt es nicht; nur {{readme}} wird angezeigt',
  'docs.warning.noHeading':
    'Die Seite „{{page}}“ hat keine Überschrift „#{{heading}}“',
  'docs.warning.noImage': 'Das Bild „{{image}}“ gibt es nicht',
  'docs.warning.noLinkTarget': 'Das Linkziel „{{target}}“ gibt es nicht',
  'docs.warning.noNavPage':
    '„{{list}}“ nennt „{{page}}“, aber diese Seite gibt es nicht',
  'docs.warning.noVersions':
    'Versionen von „{{plugin}}“ in {{file}} werden nicht angezeigt: Das Portal zeigt die Dokumentation eines einzigen Branchs',
  'docs.warning.notHttp':
    '„{{setting}}“ in {{file}} ist keine HTTP-Adresse und wurde ignoriert',
  'docs.warning.notUtf8':
    'Die Datei ist kein gültiges UTF-8; falsche Bytes erscheinen als \uFFFD',
  'docs.warning.optionIgnored':
    '„{{option}}“ des Plugins „{{plugin}}“ in {{file}} wird nicht unterstützt und wurde ignoriert',
  'docs.warning.pageTooLarge':
    'Diese Seite hat {{size}}; angezeigt werden höchstens {{maxSize}}',
  'docs.warning.pluginIgnored':
    'Das Plugin „{{plugin}}“ in {{file}} wird nicht unterstützt und wurde ignoriert',
  'docs.warning.postWithoutDate':
    'Dieser Beitrag wurde ausgelassen, weil in seinem Front Matter kein „date“ steht, zum Beispiel „date: 2026-11-29“',
  'docs.warning.redirectLost':
    'Die Weiterleitung von „{{from}}“ führt zu „{{to}}“, aber diese Seite gibt es nicht',
  'docs.warning.redirectTaken':
    'Die Weiterleitung von „{{from}}“ wurde ignoriert, weil es unter dieser Adresse eine Seite gibt',
  'docs.warning.parentMissing':
    '„{{file}}“ erbt von „{{parent}}“; diese Datei liegt nicht im Ordner der Dokumentation und wurde ignoriert',
  'docs.warning.settingIgnored':
    '„{{setting}}“ in {{file}} wird nicht unterstützt und wurde ignoriert',
  'docs.warning.settingsFileIgnored':
    'Es gibt sowohl {{file}} als auch {{other}}; {{other}} wurde ignoriert',
  'docs.warning.snippetLeftOut':
    'Das Snippet „{{snippet}}“ wurde ausgelassen: {{reason}}',
  'docs.warning.tagRemoved': 'Das HTML-Tag „<{{tag}}>“ wurde entfernt',
  'docs.warning.valueIgnored': '„{{setting}}“ in {{file}} wurde ignoriert',
} satisfies Translated<typeof en>;
