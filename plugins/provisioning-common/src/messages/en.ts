export default {
  'provisioning.approval.budgetSpent':
    "The error budget of '{{name}}' is spent ({{slos}})",
  'provisioning.approval.budgetUnknown':
    "Nobody can say now whether '{{name}}' has error budget left",
  'provisioning.approval.definition': "'{{definition}}' needs approval",
  'provisioning.approval.shared': "'{{name}}' belongs to '{{owner}}'",
  'provisioning.approved.create':
    "{{person}} approved your request to create '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.approved.delete':
    "{{person}} approved your request to delete '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.approved.extend':
    "{{person}} approved your request to extend '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.approved.rotate':
    "{{person}} approved your request to rotate the credentials of '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.approved.share':
    "{{person}} approved your request to share '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.approved.update':
    "{{person}} approved your request to change '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.lease.dataKept_one':
    'Access is taken away; the data is kept for {{count}} day',
  'provisioning.lease.dataKept_other':
    'Access is taken away; the data is kept for {{count}} days',
  'provisioning.lease.ends_one': 'The lease of {{name}} ends within a day',
  'provisioning.lease.ends_other':
    'The lease of {{name}} ends within {{count}} days',
  'provisioning.lease.extend_one':
    'Extend it to keep {{name}} ({{environment}}). Otherwise nobody gets in from then on, and it is removed a day later.',
  'provisioning.lease.extend_other':
    'Extend it to keep {{name}} ({{environment}}). Otherwise nobody gets in from then on, and it is removed {{count}} days later.',
  'provisioning.lease.graceIsOver': 'The grace period of {{name}} is over',
  'provisioning.lease.leaseIsOver': 'The lease of {{name}} is over',
  'provisioning.lease.removed': 'It is removed, and so is its data',
  'provisioning.reason.unknownOutcome':
    'Nobody knows what the last step came to',
  'provisioning.rejected.create':
    "{{person}} rejected your request to create '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.rejected.delete':
    "{{person}} rejected your request to delete '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.rejected.extend':
    "{{person}} rejected your request to extend '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.rejected.rotate':
    "{{person}} rejected your request to rotate the credentials of '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.rejected.share':
    "{{person}} rejected your request to share '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.rejected.update':
    "{{person}} rejected your request to change '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.sentence': '{{text}}.',
  'provisioning.step.again': '{{step}}, attempt {{attempt}}',
  'provisioning.step.create': 'Creation, {{location}}',
  'provisioning.step.delete': 'Removal, {{location}}',
  'provisioning.step.resume': 'Access given back, {{location}}',
  'provisioning.step.rotate': 'New credentials, {{location}}',
  'provisioning.step.snapshot': 'Snapshot, {{location}}',
  'provisioning.step.suspend': 'Access taken away, {{location}}',
  'provisioning.step.update': 'Change, {{location}}',
  'provisioning.timeline.abandonedAndRemoved':
    'Abandoned; what is there is removed',
  'provisioning.timeline.abandonedUnchecked':
    'Abandoned; nobody checked that it is gone',
  'provisioning.timeline.adopted': 'Adopted',
  'provisioning.timeline.approved': 'Approved',
  'provisioning.timeline.cancelled': 'Cancelled',
  'provisioning.timeline.changeRequested': 'Change requested',
  'provisioning.timeline.changeWaits': 'A change waits for approval',
  'provisioning.timeline.created': 'Being created',
  'provisioning.timeline.credentialsRequested': 'New credentials requested',
  'provisioning.timeline.credentialsTaken': 'Credentials taken',
  'provisioning.timeline.deleted': 'Deleted',
  'provisioning.timeline.deletionRequested': 'Deletion requested',
  'provisioning.timeline.drifted': 'It is not as it was made any more',
  'provisioning.timeline.extended': 'Extended',
  'provisioning.timeline.failed': 'Failed',
  'provisioning.timeline.generation':
    'Generation {{generation}}; the portal does not keep them any more',
  'provisioning.timeline.gone':
    'It is not there: somebody removed it outside of the portal',
  'provisioning.timeline.graceIsOver': 'Its grace period is over',
  'provisioning.timeline.leaseIsOver': 'Its lease is over',
  'provisioning.timeline.leftoverRemoved':
    'What was left at the provider was removed, and checked to be gone',
  'provisioning.timeline.needsAttention': 'Needs attention',
  'provisioning.timeline.needsNoApproval': 'Needs no approval',
  'provisioning.timeline.nobodyGetsIn':
    'Nobody gets in any more; the data is kept',
  'provisioning.timeline.ownerReminded_one':
    'Its owner was reminded that the lease ends within a day',
  'provisioning.timeline.ownerReminded_other':
    'Its owner was reminded that the lease ends within {{count}} days',
  'provisioning.timeline.planChanged':
    'The plan has changed since it was requested',
  'provisioning.timeline.ready': 'Ready',
  'provisioning.timeline.rejected': 'Rejected',
  'provisioning.timeline.requested': 'Requested',
  'provisioning.timeline.requestedAgain': 'Requested again',
  'provisioning.timeline.sameAgain': 'It is as it was made again',
  'provisioning.timeline.somethingElse':
    'Something else is in its place: {{evidence}}',
  'provisioning.timeline.triedAgain': 'Tried again',
  'provisioning.timeline.usedToo': "'{{entity}}' uses it, too",
  'provisioning.timeline.waitsForApproval': 'Waits for approval',
  'provisioning.wanted.create':
    "{{person}} wants to create '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.wanted.delete':
    "{{person}} wants to delete '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.wanted.extend':
    "{{person}} wants to extend '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.wanted.rotate':
    "{{person}} wants to rotate the credentials of '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.wanted.share':
    "{{person}} wants to share '{{name}}' ({{type}}) in {{environment}}",
  'provisioning.wanted.update':
    "{{person}} wants to change '{{name}}' ({{type}}) in {{environment}}",
} as const;
