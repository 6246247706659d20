export default {
  'entityContextMenu.copiedMessage': 'Kopiert!',
  'entityContextMenu.copyURLMenuTitle': 'Adresse kopieren',
  'entityContextMenu.inspectMenuTitle': 'Entität untersuchen',
  'entityContextMenu.moreButtonAriaLabel': 'Weitere Aktionen',
  'entityContextMenu.moreButtonTitle': 'Mehr',
  'entityContextMenu.unregisterMenuTitle': 'Aus dem Katalog entfernen',
};
