export default {
  'templates.refusal.ended':
    "The run has ended already and is '{{status}}'; there is nothing to cancel.",
  'templates.refusal.filesGone':
    'The files of this run are no longer kept, so it cannot go on where it stopped. What its finished steps made is still there. Start the template anew.',
  'templates.refusal.host':
    "The host '{{value}}' is not one that templates may use; nothing was made. Choose one of: {{offered}}.",
  'templates.refusal.noOwner':
    "The catalog has no team '{{ownerRef}}'; nothing was made. Choose an owner that it has.",
  'templates.refusal.noTemplate': "The catalog has no template '{{template}}'",
  'templates.refusal.organisation':
    "The organisation '{{value}}' is not one that templates may use; nothing was made. Choose one of: {{offered}}.",
  'templates.refusal.owner':
    "Only members of '{{owner}}' and of the teams below it may make something that it owns; nothing was made. Choose a team of yours, or ask one of its members to run the template.",
  'templates.refusal.repositoryExists':
    "There is a repository '{{repository}}' on '{{host}}' already; nothing was made. Choose another name.",
  'templates.refusal.repositoryWrite':
    "Nothing was changed in '{{repository}}' on '{{host}}': {{problem}}. Ask somebody who maintains the repository to run the template.",
  'templates.run.cancelled': '{{subject}} was cancelled',
  'templates.run.cancelledDetail':
    'What its finished steps made is still there.',
  'templates.run.completed': '{{subject}} is ready',
  'templates.run.completedDetail':
    'The run has completed. It links to what it made.',
  'templates.run.failed': '{{subject}} failed',
  'templates.run.failedDetail': 'Its log says why.',
  'templates.run.of': '{{template}}: {{name}}',
  'templates.run.template': 'The template',
} as const;
