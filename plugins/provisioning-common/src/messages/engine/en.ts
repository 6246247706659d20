export default {
  'provisioning.action.create': 'create',
  'provisioning.action.delete': 'delete',
  'provisioning.action.resume': 'resume',
  'provisioning.action.rotate': 'rotate',
  'provisioning.action.snapshot': 'snapshot',
  'provisioning.action.suspend': 'suspend',
  'provisioning.action.update': 'update',
  'provisioning.engine.cannotAsk': 'The provider cannot be asked: {{message}}',
  'provisioning.engine.cutShort': 'It was cut short: its worker is gone',
  'provisioning.engine.foreign':
    "Something named '{{name}}' is there that this portal did not make, so it was left alone. {{evidence}}",
  'provisioning.engine.givenUp':
    'Given up after {{attempts}} attempts. {{reason}}',
  'provisioning.engine.gone': 'It is not there any more',
  'provisioning.engine.isProtected': 'Its definition protects it from deletion',
  'provisioning.engine.lost':
    "The step '{{step}}' was sent at {{at}}, and nobody knows what it came to. {{evidence}}",
  'provisioning.engine.lostBecause':
    "The step '{{step}}' was sent at {{at}}, and nobody knows what it came to: {{message}}. {{evidence}}",
  'provisioning.engine.mayNotShowYet':
    'The provider may not show yet what was made',
  'provisioning.engine.noAnswer': 'No answer within {{seconds}} seconds',
  'provisioning.engine.noDriver':
    "This portal has no driver '{{driver}}' any more",
  'provisioning.engine.noSnapshots':
    'Its definition asks for a snapshot before the deletion, and its driver cannot make one. Nothing was removed',
  'provisioning.engine.noSuspension':
    'Its driver cannot take access away; data and access stay until it is removed',
  'provisioning.engine.notAsAskedYet': 'It is not as it was asked for yet',
  'provisioning.engine.refused': 'The provider refused',
  'provisioning.engine.removedElsewhere':
    'It is not there any more: somebody removed it outside of the portal. Try again to create it again without its data, or delete it',
  'provisioning.engine.removedUnchecked':
    'It was removed, but nobody can check that it is gone. {{evidence}}',
  'provisioning.engine.stillAtWork':
    'The provider was still at work after an hour: {{message}}',
  'provisioning.engine.stillNotAsAsked': 'It is still not as it was asked for',
  'provisioning.engine.stopped': 'The portal was stopped',
  'provisioning.engine.unreachable':
    'The provider cannot be reached: {{message}}',
  'provisioning.leftover.cannotSnapshot':
    "The definition of '{{name}}' asks for a snapshot before the deletion, and its driver cannot make one",
  'provisioning.leftover.confirmName': "'confirmName': must be '{{name}}'",
  'provisioning.leftover.failed': "'{{name}}' could not be removed: {{reason}}",
  'provisioning.leftover.gone':
    "'{{name}}' is not there any more; nothing was removed",
  'provisioning.leftover.isProtected':
    "The definition of '{{name}}' protects it from deletion",
  'provisioning.leftover.isThere': 'the provider still has it',
  'provisioning.leftover.kept': 'Kept: {{snapshot}}',
  'provisioning.leftover.leftAlone': "'{{name}}' was left alone: {{reason}}",
  'provisioning.leftover.noReason': 'the provider did not say why',
  'provisioning.leftover.noOwner':
    "Its owner '{{owner}}' is not in the catalog any more",
  'provisioning.leftover.none': "No leftover '{{name}}' at that place",
  'provisioning.leftover.notGoneYet': "'{{name}}' is not gone yet: {{reason}}",
  'provisioning.leftover.notThere': 'it is not there',
  'provisioning.leftover.state':
    "'{{name}}' is in the state '{{state}}': delete the resource instead",
  'provisioning.leftover.unknown': 'The portal has no such resource',
  'provisioning.leftover.unrecorded':
    "This portal has no record of '{{name}}', so it may belong to another one. Remove it at the provider, if you are sure",
  'provisioning.leftover.unused': 'No component depends on it any more',
  'provisioning.leftover.wasDeleted':
    "It is there although '{{name}}' was deleted",
  'provisioning.proof.nothing':
    "Nothing: '{{name}}' was not there when it was looked for",
  'provisioning.reason.deleted': 'It was deleted',
  'provisioning.reason.toBeDeleted': 'The resource is to be deleted',
  'provisioning.score.annotation':
    "'{{entity}}' needs the annotation '{{annotation}}', by which its objects are known",
  'provisioning.score.apply':
    "Only members of '{{owner}}' can apply its workloads",
  'provisioning.score.cannotApply': 'It cannot be applied:\n{{lines}}',
  'provisioning.score.cannotRun':
    "'{{name}}' cannot run in '{{environment}}' yet:\n{{lines}}",
  'provisioning.score.cannotUse': "'{{path}}' cannot be used:\n{{lines}}",
  'provisioning.score.changed':
    'It would change something else by now: look at it again',
  'provisioning.score.clusterSilent': 'The cluster did not answer',
  'provisioning.score.environment':
    "There is no environment '{{name}}'; there are {{names}}",
  'provisioning.score.foreign':
    "There is a {{kind}} '{{name}}' already, and nothing proves that it belongs to this component",
  'provisioning.score.noClaim':
    "No rule under 'workloads.claims' confirms that '{{entity}}' may have objects in the namespace '{{namespace}}' of '{{cluster}}': ask the platform team for one",
  'provisioning.score.noFile':
    "'{{entity}}' names no Score file: that is what its annotation '{{annotation}}' is for",
  'provisioning.score.noModule':
    'This portal has no module that applies workloads to clusters',
  'provisioning.score.noPlace':
    "The configuration gives '{{owner}}' no namespace for '{{environment}}': ask the platform team for one under 'provisioning.score.targets'",
  'provisioning.score.nothingToPromote':
    "Nothing of it runs in '{{environment}}', so there is nothing to promote",
  'provisioning.share.uses':
    "Uses '{{name}}' of '{{owner}}', which is there already",
  'provisioning.share.usesFor':
    "Uses '{{name}}' of '{{owner}}', which is there already; '{{entity}}' depends on it from then on",
  'provisioning.update.changed': '{{name}}: {{before}} becomes {{after}}',
  'provisioning.update.deletion.delete':
    'From then on it can be deleted in the portal, and its data with it',
  'provisioning.update.deletion.protect':
    'From then on it cannot be deleted in the portal',
  'provisioning.update.deletion.snapshot-then-delete':
    'From then on it can be deleted in the portal, after its data is saved in a snapshot',
  'provisioning.update.differences':
    'What differs at the provider is set again',
  'provisioning.update.lease.begins_one':
    'Its lease is over, or nearly so: a new one of {{count}} day begins',
  'provisioning.update.lease.begins_other':
    'Its lease is over, or nearly so: a new one of {{count}} days begins',
  'provisioning.update.lease.none':
    'Its lease is over, or nearly so: it has none from then on, and stays until it is deleted',
  'provisioning.update.nothing': 'nothing',
  'provisioning.update.plan': 'Plan: {{before}} becomes {{after}}',
} as const;
