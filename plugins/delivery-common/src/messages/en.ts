export default {
  'delivery.claim.correct':
    'The claim does not count, so the runs are not shown for {{claimant}}. Correct {{annotations}} in its catalog-info.yaml. If the repository is yours, ask the platform team for a rule.',
  'delivery.claim.holderKeeps':
    'The claim does not count: its runs stay with {{holder}}. If it is a mistake, ask the owners of {{claimants}} to correct their annotations. If it is meant, ask the platform team for a rule.',
  'delivery.claim.isClaimed': '{{repository}} is claimed by {{claimants}}',
  'delivery.claim.ofAnother':
    '{{claimant}} claims {{repository}}, which belongs to {{holder}}',
  'delivery.mainBranch.by': 'by {{actor}}',
  'delivery.mainBranch.commit': 'commit {{commit}}',
  'delivery.mainBranch.commitBy': 'commit {{commit}}, by {{actor}}',
  'delivery.mainBranch.failed':
    'The newest run failed. The one before had passed.',
  'delivery.mainBranch.failedOf':
    'The newest run ({{about}}) failed. The one before had passed.',
  'delivery.mainBranch.fails':
    "{{component}}: '{{pipeline}}' fails on {{branch}}",
  'delivery.mainBranch.passed': 'The newest run passed.',
  'delivery.mainBranch.passedOf': 'The newest run ({{about}}) passed.',
  'delivery.mainBranch.passesAgain':
    "{{component}}: '{{pipeline}}' passes on {{branch}} again",
  'delivery.refusal.ingest':
    'Only administrators of the portal may see what comes in',
  'delivery.refusal.notFromHere':
    "Run '{{run}}' cannot be started again from here",
  'delivery.refusal.notProven':
    "Runs of '{{repository}}' cannot be started from '{{entityRef}}', whose catalog-info.yaml does not lie there; start it on its host, or ask the platform team for a rule",
  'delivery.refusal.rerun':
    'Only the owners of {{name}} can start its runs again: ask {{owners}}',
  'delivery.refusal.runNotFound': "No run '{{run}}'",
  'delivery.refusal.unknownRepository': 'an unknown repository',
} as const;
