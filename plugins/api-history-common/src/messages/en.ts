export default {
  'apiHistory.breaking.more': 'And {{count}} more.',
  'apiHistory.breaking.title': 'Breaking change in {{api}}',
  'apiHistory.breaking.usedBy': 'Used by {{consumers}}.',
} as const;
