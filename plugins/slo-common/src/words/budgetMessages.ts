/** What is said of error budgets, in messages and on pages alike. */
export const budgetMessages = {
  en: {
    'slo.budget.justOverspent': 'Budget just overspent',
    'slo.budget.left': '{{share}} of the budget left',
    'slo.budget.littleLeft': 'Less than {{share}} of the budget left',
    'slo.budget.notMeasured': 'Budget not measured',
    'slo.budget.overspent': 'Budget overspent by {{share}}',
    'slo.budget.overspentByMore': 'Budget overspent by more than {{share}}',
    'slo.budget.spent': 'Budget spent',
    'slo.budget.tooFewEvents': 'Too few events to judge the budget',
  },
  de: {
    'slo.budget.justOverspent': 'Budget knapp überzogen',
    'slo.budget.left': '{{share}} des Budgets übrig',
    'slo.budget.littleLeft': 'Weniger als {{share}} des Budgets übrig',
    'slo.budget.notMeasured': 'Budget nicht gemessen',
    'slo.budget.overspent': 'Budget um {{share}} überzogen',
    'slo.budget.overspentByMore': 'Budget um mehr als {{share}} überzogen',
    'slo.budget.spent': 'Budget aufgebraucht',
    'slo.budget.tooFewEvents': 'Zu wenige Events, um das Budget zu beurteilen',
  },
} as const;
