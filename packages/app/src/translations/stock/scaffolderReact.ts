export default {
  'stepper.backButtonText': 'Zurück',
  'stepper.createButtonText': 'Erstellen',
  'stepper.nextButtonText': 'Weiter',
  'stepper.reviewButtonText': 'Prüfen',
  'stepper.stepIndexLabel': 'Schritt {{index, number}}',
};
