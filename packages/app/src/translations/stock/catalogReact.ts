export default {
  'inspectEntityDialog.ancestryPage.description':
    'Das sind die Entitäten über dieser: die Kette bis zu ihr, in der {{processorsLink}}, durch die es sie schließlich gibt. Mit Relationen hat das nichts zu tun.',
  'inspectEntityDialog.ancestryPage.processorsLink':
    'Processors die jeweils nächste ausgegeben haben',
  'inspectEntityDialog.ancestryPage.title': 'Herkunft',
  'inspectEntityDialog.closeButtonTitle': 'Schließen',
  'inspectEntityDialog.colocatedPage.alertNoEntity':
    'An diesem Ort gab es keine anderen Entitäten.',
  'inspectEntityDialog.colocatedPage.alertNoLocation':
    'Zu dieser Entität ist kein Ort bekannt.',
  'inspectEntityDialog.colocatedPage.description':
    'Das sind die Entitäten aus derselben Datenquelle (etwa derselben YAML-Datei) oder von derselben Herkunft (etwa der registrierten Adresse).',
  'inspectEntityDialog.colocatedPage.entityListAriaLabel':
    'Entitäten am selben Ort',
  'inspectEntityDialog.colocatedPage.locationHeader': 'Am selben Ort',
  'inspectEntityDialog.colocatedPage.originHeader': 'Von derselben Herkunft',
  'inspectEntityDialog.colocatedPage.title': 'Am selben Ort',
  'inspectEntityDialog.jsonPage.description':
    'Die Daten der Entität, wie der Katalog sie liefert, als JSON.',
  'inspectEntityDialog.jsonPage.title': 'Entität als JSON',
  'inspectEntityDialog.overviewPage.annotations': 'Annotationen',
  'inspectEntityDialog.overviewPage.copiedStatus': 'Kopiert',
  'inspectEntityDialog.overviewPage.copyAriaLabel': '{{label}} kopieren',
  'inspectEntityDialog.overviewPage.helpLinkAriaLabel': 'Mehr erfahren',
  'inspectEntityDialog.overviewPage.identity.title': 'Identität',
  'inspectEntityDialog.overviewPage.labels': 'Labels',
  'inspectEntityDialog.overviewPage.metadata.title': 'Metadaten',
  'inspectEntityDialog.overviewPage.relation.title': 'Relationen',
  'inspectEntityDialog.overviewPage.status.title': 'Status',
  'inspectEntityDialog.overviewPage.tags': 'Tags',
  'inspectEntityDialog.overviewPage.title': 'Übersicht',
  'inspectEntityDialog.title': 'Entität untersuchen',
  'inspectEntityDialog.yamlPage.description':
    'Die Daten der Entität, wie der Katalog sie liefert, als YAML.',
  'inspectEntityDialog.yamlPage.title': 'Entität als YAML',
  'unregisterEntityDialog.bootstrapState.advancedDescription':
    'Du kannst die Entität selbst aus dem Katalog löschen. Tu das nur, wenn die Datei an ihrem Ort gelöscht oder von dort verschoben wurde: Sonst erscheint die Entität beim nächsten Lesen wieder.',
  'unregisterEntityDialog.bootstrapState.advancedOptions': 'Weitere Optionen',
  'unregisterEntityDialog.bootstrapState.title':
    'Du kannst diese Entität nicht entfernen, denn sie stammt aus der Konfiguration (Ort „{{location}}“). Wenn das falsch ist, wende dich an die Betreiber von {{appTitle}}.',
  'unregisterEntityDialog.cancelButtonTitle': 'Abbrechen',
  'unregisterEntityDialog.deleteButtonTitle': 'Entität löschen',
  'unregisterEntityDialog.deleteEntitySuccessMessage':
    'Entität {{entityName}} entfernt',
  'unregisterEntityDialog.errorStateTitle':
    'Interner Fehler: unbekannter Zustand',
  'unregisterEntityDialog.onlyDeleteStateTitle':
    'Diese Entität stammt von keinem registrierten Ort. Du kannst sie deshalb nur ganz aus dem Katalog löschen.',
  'unregisterEntityDialog.title': 'Diese Entität aus dem Katalog entfernen?',
  'unregisterEntityDialog.unregisterState.advancedDescription':
    'Du kannst auch nur die Entität selbst aus dem Katalog löschen. Tu das nur, wenn die Datei an ihrem Ort gelöscht oder von dort verschoben wurde: Sonst erscheint die Entität beim nächsten Lesen wieder.',
  'unregisterEntityDialog.unregisterState.advancedOptions': 'Weitere Optionen',
  'unregisterEntityDialog.unregisterState.description':
    'Um das rückgängig zu machen, registriere die Entität wieder in {{appTitle}}.',
  'unregisterEntityDialog.unregisterState.subTitle': 'An diesem Ort:',
  'unregisterEntityDialog.unregisterState.title':
    'Entfernt werden diese Entitäten:',
  'unregisterEntityDialog.unregisterState.unregisterButtonTitle':
    'Ort entfernen',
};
