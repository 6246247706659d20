export default {
  'catalogHealth.file.more': 'And {{count}} more.',
  'catalogHealth.file.needsCorrection':
    '{{path}} of {{repository}} needs a correction',
  'catalogHealth.finding.conflict':
    "'{{entityRef}}' is already stated by {{existing}}, which is used instead of this file.",
  'catalogHealth.finding.conflictAdvice':
    'Rename it here, or remove it from one of the two files.',
  'catalogHealth.finding.earlierDocument':
    'an earlier document of the same file',
  'catalogHealth.finding.foreignAnnotations':
    'What it says of {{annotations}} leads to another repository, branch or host, so it is not used.',
  'catalogHealth.finding.foreignAnnotationsAdvice':
    'Name what is in the repository of the file, or move the file to that repository.',
  'catalogHealth.finding.invalidAdvice':
    'Correct the field that is named; the catalog-info guide says what each holds.',
  'catalogHealth.finding.kindAllowedAdvice':
    'From here the catalog takes {{kinds}}. Move it to a repository that may have it, or ask the platform team (catalog.rules).',
  'catalogHealth.finding.kindNotAllowed':
    "'{{entityRef}}' may not come from here; nothing of the file is taken.",
  'catalogHealth.finding.kindNotAllowedRestTaken':
    "'{{entityRef}}' may not come from here; the rest of the file is taken.",
  'catalogHealth.finding.lineAdvice': 'Correct line {{line}} of the file.',
  'catalogHealth.finding.missing':
    'The file does not exist, or the portal may not read it.',
  'catalogHealth.finding.missingAdvice':
    'Push the file, correct its name where it is listed, or let the portal read the repository.',
  'catalogHealth.finding.moduleAdvice':
    "The kind comes with the catalog module '{{module}}': ask the platform team to install it, and check the apiVersion.",
  'catalogHealth.finding.noEntity':
    'The document is no entity: it needs apiVersion, kind and metadata.name.',
  'catalogHealth.finding.noEntityAdvice':
    'Add what is missing, or remove the document.',
  'catalogHealth.finding.noKindAllowedAdvice':
    'Ask the platform team which repositories may have it (catalog.rules).',
  'catalogHealth.finding.noModuleAdvice':
    'No installed catalog module brings this kind: check its spelling and apiVersion, or ask the platform team to add a module for it (the catalog knows {{kinds}} by itself).',
  'catalogHealth.finding.noOwner': 'It names no owner.',
  'catalogHealth.finding.otherAdvice':
    'If the file looks right, ask the platform team what went wrong.',
  'catalogHealth.finding.ownerAdvice':
    'Name a team of the catalog as spec.owner.',
  'catalogHealth.finding.placeholderAdvice':
    'Check that the file is there, in the same repository and well formed, or in a repository that the platform team allows.',
  'catalogHealth.finding.referenceAdvice':
    'Correct the reference, or add what it refers to.',
  'catalogHealth.finding.target': "Target '{{location}}': {{message}}",
  'catalogHealth.finding.tooLargeAdvice':
    'Put definitions into files of their own and name them by $text.',
  'catalogHealth.finding.unknownKind':
    "The catalog does not know the kind or apiVersion of '{{entityRef}}'.",
  'catalogHealth.finding.unknownOwner':
    "Its owner '{{targetRef}}' is not in the catalog, so nobody owns it.",
  'catalogHealth.finding.unknownReference':
    "It refers to '{{targetRef}}' ({{relation}}), which is not in the catalog.",
  'catalogHealth.finding.unreadable': 'The file could not be read: {{reason}}',
  'catalogHealth.finding.unreadableAdvice':
    'It is tried again; if this stays, ask the platform team.',
} as const;
