import differences from './differences/en';
import drivers from './drivers/en';
import engine from './engine/en';
import progress from './progress/en';
import shipped from './shipped/en';

export default {
  ...differences,
  ...drivers,
  ...engine,
  ...progress,
  ...shipped,
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
  'provisioning.effect.notServed':
    'no definition would serve it, were it asked for again',
  'provisioning.effect.otherDriver':
    "it can no longer be changed, since the driver '{{current}}' made it and '{{planned}}' does not know it",
  'provisioning.effect.otherPlace':
    'it can no longer be changed, since that would move it from {{current}} to {{planned}}',
  'provisioning.effect.parameters':
    'it can only be changed together with its parameters ({{problems}})',
  'provisioning.effect.planGone':
    "its plan '{{plan}}' is not offered any more; it keeps it until it is changed",
  'provisioning.effect.refused': 'it can no longer be changed ({{problems}})',
  'provisioning.effect.servedBy':
    "'{{definition}}' would serve it, were it asked for again",
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
  'provisioning.problem.and': '{{first}}; {{more}}',
  'provisioning.problem.beingDeleted':
    "'{{name}}' is being deleted; ask again once it is gone",
  'provisioning.problem.driverMissing':
    "the driver '{{driver}}' is not installed",
  'provisioning.problem.field': "'{{field}}': {{problem}}",
  'provisioning.problem.leaseAtMost_one': 'must be at most {{count}}',
  'provisioning.problem.leaseAtMost_other': 'must be at most {{count}}',
  'provisioning.problem.nameTaken':
    "'{{name}}' is there already for '{{scope}}' in '{{environment}}'",
  'provisioning.problem.neverExpires':
    'cannot be given: it stays until somebody deletes it',
  'provisioning.problem.noApprover':
    "needs approval, and 'provisioning.approvers' names nobody",
  'provisioning.problem.none': 'none',
  'provisioning.problem.notServed':
    "no definition serves '{{type}}' of class '{{class}}' in '{{environment}}'",
  'provisioning.problem.nothingChanges': 'nothing would change',
  'provisioning.problem.oneOf': 'must be one of {{names}}',
  'provisioning.problem.otherDriver':
    "'{{name}}' was made by the driver '{{current}}', and '{{planned}}' does not know it: request a new one and delete this one, or ask the platform team to change '{{definition}}' back",
  'provisioning.problem.otherPlace':
    "'{{name}}' cannot be moved from {{current}} to {{planned}}: request a new one and delete this one, or ask the platform team to change '{{definition}}' back",
  'provisioning.problem.quota':
    "'{{owner}}' has {{used}} of {{limit}} resources of '{{definition}}' already",
  'provisioning.problem.removed': "'{{name}}' is not there any more",
  'provisioning.problem.sharedUnavailable':
    'this shared id is not available to you; choose another one',
  'provisioning.problem.state': "'{{name}}' is in the state '{{state}}' now",
  'provisioning.reason.unknownOutcome':
    'Nobody knows what the last step came to',
  'provisioning.refusal.alreadyShared': "'{{name}}' is not shared any more",
  'provisioning.refusal.cancel': 'Only {{owners}} can cancel this request',
  'provisioning.refusal.changeWaits':
    "A change of '{{name}}' waits for approval already; cancel it first",
  'provisioning.refusal.changed':
    "'{{name}}' has just changed; look at it again, and decide again",
  'provisioning.refusal.confirmName':
    "'confirmName' must be the name of the resource, '{{name}}'",
  'provisioning.refusal.credentialsElsewhere':
    "The portal does not have the credentials of '{{name}}': its page says where they are",
  'provisioning.refusal.credentialsNotNeeded':
    "'{{name}}' needs no credentials",
  'provisioning.refusal.credentialsNotReady':
    "The credentials of '{{name}}' are there once it is ready; it is in the state '{{state}}'",
  'provisioning.refusal.credentialsTaken':
    'These credentials were shown before and are not kept any more. Rotate them to get new ones',
  'provisioning.refusal.decide':
    'You may not decide about this request: ask {{approvers}}',
  'provisioning.refusal.decideAny': 'You may not decide about requests',
  'provisioning.refusal.definitions':
    'Only the platform team may write definitions',
  'provisioning.refusal.foreign':
    'What is there is not of this portal: {{evidence}}. Abandon it instead',
  'provisioning.refusal.invalid': 'Invalid input: {{problems}}',
  'provisioning.refusal.isProtected':
    "'{{name}}' is protected. Once its definition '{{definition}}' allows deletion, change '{{name}}' so that this applies to it, then delete it",
  'provisioning.refusal.isProtectedAndThere':
    "'{{name}}' is protected from deletion, and it is there. Adopt it instead",
  'provisioning.refusal.isProtectedAndUnseen':
    "'{{name}}' is protected from deletion, and nobody could see whether it is there. Abandon it once the provider says that it is gone, or adopt it",
  'provisioning.refusal.manage': 'Only {{owners}} can change this resource',
  'provisioning.refusal.nameTaken':
    "'{{name}}' is there already in '{{environment}}'",
  'provisioning.refusal.noLease': "'{{name}}' has no lease that runs",
  'provisioning.refusal.nothingToAdopt':
    "'{{name}}' is not there, so there is nothing to adopt. Abandon it instead",
  'provisioning.refusal.operate':
    'Only administrators of the portal may decide about this; ask them to do it',
  'provisioning.refusal.otherPlan':
    'What would be made is not what you have seen any more; look at it again, and decide again',
  'provisioning.refusal.otherPreview':
    'What would be made is not what you have seen any more; look at the preview again',
  'provisioning.refusal.ownRequest':
    'You may not decide about your own request: ask {{approvers}}',
  'provisioning.refusal.removeLeftovers':
    'Only administrators of the portal may remove leftovers',
  'provisioning.refusal.request':
    'Only members can request resources for {{name}}: ask {{owners}}',
  'provisioning.refusal.requestIs.approved': 'The request was approved already',
  'provisioning.refusal.requestIs.awaiting-approval':
    'The request waits for approval',
  'provisioning.refusal.requestIs.cancelled': 'The request was cancelled',
  'provisioning.refusal.requestIs.done': 'The request is done already',
  'provisioning.refusal.requestIs.failed': 'The request has failed',
  'provisioning.refusal.requestIs.needs-attention':
    'The request needs attention',
  'provisioning.refusal.requestIs.rejected': 'The request was rejected',
  'provisioning.refusal.requestIs.running':
    'The request is being worked on already',
  'provisioning.refusal.seeLeftovers':
    'Only administrators of the portal may see leftovers',
  'provisioning.refusal.state':
    "'{{name}}' is in the state '{{state}}' now; that cannot be asked for",
  'provisioning.refusal.stateWanted':
    "'{{name}}' is in the state '{{state}}', not '{{wanted}}'",
  'provisioning.refusal.unmakable':
    'This cannot be made any more: {{problems}}',
  'provisioning.refusal.until_one':
    "'until' must be in the future, and within {{count}} day from now",
  'provisioning.refusal.until_other':
    "'until' must be in the future, and within {{count}} days from now",
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
  'provisioning.schema.const': 'must be {{value}}',
  'provisioning.schema.enum': 'must be one of {{values}}',
  'provisioning.schema.format': 'must match format "{{format}}"',
  'provisioning.schema.maxItems': 'must have at most {{limit}} items',
  'provisioning.schema.maxLength': 'must have at most {{limit}} characters',
  'provisioning.schema.maximum': 'must be at most {{limit}}',
  'provisioning.schema.minItems': 'must have at least {{limit}} items',
  'provisioning.schema.minLength': 'must have at least {{limit}} characters',
  'provisioning.schema.minimum': 'must be at least {{limit}}',
  'provisioning.schema.pattern': 'must match pattern "{{pattern}}"',
  'provisioning.schema.required': 'is required',
  'provisioning.schema.type': 'must be of type {{type}}',
  'provisioning.schema.unknown': 'is not a field here',
  'provisioning.sentence': '{{text}}.',
  'provisioning.state.approved': 'Approved',
  'provisioning.state.awaiting-approval': 'Awaiting approval',
  'provisioning.state.creating': 'Being created',
  'provisioning.state.deleted': 'Deleted',
  'provisioning.state.deleting': 'Being deleted',
  'provisioning.state.expiring': 'Lease expired',
  'provisioning.state.failed': 'Failed',
  'provisioning.state.needs-attention': 'Needs attention',
  'provisioning.state.ready': 'Ready',
  'provisioning.state.requested': 'Requested',
  'provisioning.state.rotating': 'Rotating credentials',
  'provisioning.state.updating': 'Being changed',
  'provisioning.state.withdrawn': 'Withdrawn',
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
  'provisioning.workload.ready': '{{ready}} of {{desired}} pods are ready',
  'provisioning.workload.tooLate':
    'Only {{ready}} of {{desired}} pods became ready in time',
} as const;
