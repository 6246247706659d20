export default {
  'fields.entityNamePicker.description': 'Eindeutiger Name der Komponente',
  'fields.entityNamePicker.title': 'Name',
  'fields.entityPicker.description': 'Eine Entität aus dem Katalog',
  'fields.entityPicker.title': 'Entität',
  'fields.entityTagsPicker.description':
    'Tags, jeweils mit Enter hinzugefügt: Kleinbuchstaben, Ziffern, + und #, verbunden durch Bindestriche, höchstens 63 Zeichen',
  'fields.entityTagsPicker.title': 'Tags',
  'fields.multiEntityPicker.description': 'Entitäten aus dem Katalog',
  'fields.multiEntityPicker.title': 'Entitäten',
  'fields.myGroupsPicker.description': 'Eine deiner Gruppen',
  'fields.myGroupsPicker.title': 'Gruppe',
  'fields.ownedEntityPicker.description': 'Eine Entität, die dir gehört',
  'fields.ownedEntityPicker.title': 'Entität',
  'fields.ownerPicker.description': 'Der Owner der Komponente',
  'fields.ownerPicker.title': 'Owner',
  'fields.repoUrlPicker.host.description':
    'Der Host, auf dem das Repository angelegt wird',
  'fields.repoUrlPicker.host.title': 'Git-Host',
  'fields.repoUrlPicker.repository.description': 'Der Name des Repositorys',
  'fields.repoUrlPicker.repository.inputTitle': 'Repository',
  'fields.repoUrlPicker.repository.title': 'Repositorys zur Auswahl',
};
