export default {
  'buildLogs.closeDrawer': 'Schließen',
  'buildLogs.showBuildLogs': 'Protokoll zeigen',
  'buildLogs.title': 'Protokoll',
  'buildLogs.waitingForLogs': 'Das Protokoll wird geladen …',
  'entityContent.title': 'Docs',
  'error.couldNotLoad': 'Die Dokumentation konnte nicht geladen werden.',
  'reader.settings': 'Einstellungen',
  'readerPageHeader.lifecycle': 'Lifecycle',
  'readerPageHeader.owner': 'Owner',
  'readerPageHeader.source': 'Quelle',
  'redirectNotification.redirectNow': 'Jetzt weiter',
  'stateIndicator.contentStaleError.message':
    'Die neueste Fassung konnte nicht gebaut werden.',
  'stateIndicator.contentStaleReady.message':
    'Eine neuere Fassung dieser Dokumentation ist da.',
  'stateIndicator.contentStaleReady.refreshButton': 'Neu laden',
  'stateIndicator.contentStaleRefreshing.message':
    'Eine neuere Fassung dieser Dokumentation wird gebaut.',
  'stateIndicator.initialBuild.message':
    'Diese Dokumentation wird zum ersten Mal gebaut und gleich angezeigt.',
};
