export default {
  'docs.failure.columnOfToml':
    "'{{file}}' is not valid TOML at line {{line}}, column {{column}}: {{problem}}",
  'docs.failure.columnOfYaml':
    "'{{file}}' is not valid YAML at line {{line}}, column {{column}}: {{problem}}",
  'docs.failure.didNotStart': 'A build process did not start: {{reason}}',
  'docs.failure.docsDirOutside':
    "'docs_dir: {{folder}}' in '{{file}}' must name a folder inside the repository",
  'docs.failure.ended': 'The process that built it ended',
  'docs.failure.endedAt': "The process that built it ended, last at '{{page}}'",
  'docs.failure.fileBehindLink':
    "File '{{path}}' is behind a link, and links are not followed",
  'docs.failure.filesTooLarge':
    'The images and other files have {{size}} together; at most {{maxSize}} are allowed',
  'docs.failure.noMarkdown':
    "The folder '{{folder}}' holds no Markdown, and there is no README.md",
  'docs.failure.noPages':
    "There is neither a folder '{{folder}}' nor a README.md to make documentation from",
  'docs.failure.noProjectTable': "'{{file}}' has no table '[project]'",
  'docs.failure.noSettingsMap': "'{{file}}' must be a map of settings",
  'docs.failure.pagesTooLarge':
    'The Markdown pages have {{size}} together; at most {{maxSize}} are allowed',
  'docs.failure.pathOutside':
    "Path '{{path}}' leaves the folder of the documentation",
  'docs.failure.settingsTooLarge':
    "'{{file}}' has {{size}}; at most {{maxSize}} are read",
  'docs.failure.tooLong': 'It took longer than {{seconds}} seconds',
  'docs.failure.tooLongAt':
    "It took longer than {{seconds}} seconds, last at '{{page}}'",
  'docs.failure.tooManyAliases': "'{{file}}' uses too many YAML aliases",
  'docs.failure.tooManyPages':
    'The documentation has {{pages}} pages; at most {{maxPages}} are allowed',
  'docs.failure.tooMuchMemory':
    'It needed more than {{megabytes}} MB of memory',
  'docs.failure.tooMuchMemoryAt':
    "It needed more than {{megabytes}} MB of memory, last at '{{page}}'",
  'docs.file.htmlFile': 'HTML files are not published; write Markdown',
  'docs.file.link': 'links are not followed',
  'docs.file.nameTaken': 'the name is taken by the portal',
  'docs.file.tooLarge': 'it has {{size}}, and at most {{maxSize}} are allowed',
  'docs.preview.notAPage': "'{{page}}' is not a page of this documentation",
  'docs.preview.tooMany':
    'Too many previews are being rendered; try again in a moment',
  'docs.refusal.readFeedback':
    'Only the owners of {{name}} may read what readers said of its documentation: ask {{owners}}',
  'docs.size.GB': '{{size}} GB',
  'docs.size.MB': '{{size}} MB',
  'docs.size.bytes': '{{size}} bytes',
  'docs.size.kB': '{{size}} kB',
  'docs.snippet.address': 'addresses on the web are not fetched',
  'docs.snippet.noFile': 'there is no such file in the repository',
  'docs.snippet.noSection': "the file has no section '{{section}}'",
  'docs.snippet.outside': 'it lies outside the repository',
  'docs.snippet.tooDeep': 'snippets are nested more than {{max}} times',
  'docs.snippet.tooLong': 'the snippets of this page are too long together',
  'docs.warning.addressTaken':
    "This page was left out because '{{other}}' has the same address",
  'docs.warning.authorsInvalid': "'{{file}}' is not valid YAML: {{problem}}",
  'docs.warning.authorsTooLarge':
    "'{{file}}' has {{bytes}} bytes; at most {{maxBytes}} are read",
  'docs.warning.blocksTooDeep':
    'Blocks are nested more than {{max}} times; what lies deeper is not shown',
  'docs.warning.codePlain':
    'The code of this page could not be highlighted in time and was left plain',
  'docs.warning.extensionIgnored':
    "Markdown extension '{{extension}}' in {{file}} is not supported and was ignored",
  'docs.warning.extensionOptionIgnored':
    "'{{option}}' of Markdown extension '{{extension}}' in {{file}} is not supported and was ignored",
  'docs.warning.fileLeftOut': "'{{path}}' was left out: {{reason}}",
  'docs.warning.footnotesLeftOut':
    'The page has more than {{max}} footnotes; the rest was left out',
  'docs.warning.formulaUnreadable': 'A formula could not be read: {{reason}}',
  'docs.warning.frontMatterInvalid':
    'The front matter is not valid: {{problem}}',
  'docs.warning.htmlTooDeep':
    'HTML nested more than {{max}} times is shown as text; is every tag closed?',
  'docs.warning.iconUnknown':
    "The icon '{{icon}}' is not known and was left out",
  'docs.warning.navEntryInvalid':
    "An entry of 'nav' is neither a file nor a titled list",
  'docs.warning.navEntryWithoutFile':
    "The entry '{{title}}' of 'nav' has neither a file nor a list",
  'docs.warning.navNotAList':
    "'nav' in {{file}} is not a list; the navigation was made from the folders",
  'docs.warning.navTooDeep':
    "'nav' is nested more than {{max}} times; the rest was left out",
  'docs.warning.noFolder':
    "There is no folder '{{folder}}', which 'docs_dir' names; {{readme}} is shown alone",
  'docs.warning.noHeading': "The page '{{page}}' has no heading '#{{heading}}'",
  'docs.warning.noImage': "The image '{{image}}' does not exist",
  'docs.warning.noLinkTarget': "The link target '{{target}}' does not exist",
  'docs.warning.noNavPage':
    "'{{list}}' names '{{page}}', and there is no such page",
  'docs.warning.noVersions':
    "Versions of '{{plugin}}' in {{file}} are not shown: the portal has the documentation of one branch",
  'docs.warning.notHttp':
    "'{{setting}}' in {{file}} is not an http address and was ignored",
  'docs.warning.notUtf8':
    'The file is not valid UTF-8; wrong bytes are shown as \uFFFD',
  'docs.warning.optionIgnored':
    "'{{option}}' of plugin '{{plugin}}' in {{file}} is not supported and was ignored",
  'docs.warning.pageTooLarge':
    'This page has {{size}}; at most {{maxSize}} are shown',
  'docs.warning.pluginIgnored':
    "Plugin '{{plugin}}' in {{file}} is not supported and was ignored",
  'docs.warning.postWithoutDate':
    "This post was left out because its front matter has no 'date', such as 'date: 2026-11-29'",
  'docs.warning.redirectLost':
    "The redirect of '{{from}}' leads to '{{to}}', and there is no such page",
  'docs.warning.redirectTaken':
    "The redirect of '{{from}}' was ignored because there is a page at its address",
  'docs.warning.parentMissing':
    "'{{file}}' inherits from '{{parent}}', which is not in the documentation's folder and was ignored",
  'docs.warning.settingIgnored':
    "'{{setting}}' in {{file}} is not supported and was ignored",
  'docs.warning.settingsFileIgnored':
    'Both {{file}} and {{other}} are present; {{other}} was ignored',
  'docs.warning.snippetLeftOut':
    "The snippet '{{snippet}}' was left out: {{reason}}",
  'docs.warning.tagRemoved': "The HTML tag '<{{tag}}>' was removed",
  'docs.warning.valueIgnored': "'{{setting}}' in {{file}} was ignored",
} as const;
