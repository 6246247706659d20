export default {
  'common.administrators': 'the administrators of the portal',
  'common.entityNotFound': "No entity '{{entityRef}}'",
  'common.file.changed':
    "'{{path}}' has changed in the repository meanwhile; nothing was written",
  'common.file.saysThis': "'{{path}}' says this already",
  'common.views.membersOnly':
    'Only members of {{name}} may change the views of the team',
  'common.write.noAccount':
    'the catalog does not name your account there (annotation {{annotation}} of your user)',
  'common.write.noRight': "'{{login}}' may not write to it there",
  'common.write.refused':
    "Nothing was written to '{{repository}}' on '{{host}}': it takes no pull requests, and {{problem}}. Ask somebody who maintains the repository to make the change.",
  'common.write.refusedPipeline':
    "Nothing was written to '{{repository}}' on '{{host}}': '{{path}}' would be run as soon as it is pushed, before anybody has looked at it, and {{problem}}. Ask somebody who maintains the repository to make the change.",
} as const;
