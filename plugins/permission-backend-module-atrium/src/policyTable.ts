import type { PolicyRow } from './PolicyRow';

/**
 * The policy. The first row that matches decides; a caller without a user
 * token matches none and is denied. Every permission that an installed plugin
 * defines has a row of its own, which a test checks, so that an upgrade cannot
 * bring one in unnoticed.
 */
export const policyTable: PolicyRow[] = [
  // Catalog: entities
  {
    permission: 'catalog.entity.read',
    decision: 'signed-in',
    reason: 'The catalog is for everybody; it holds nothing secret.',
  },
  {
    permission: 'catalog.entity.create',
    decision: 'signed-in',
    reason:
      'Shows the Create button, nothing else; the templates behind it have their own rows.',
  },
  {
    permission: 'catalog.entity.validate',
    decision: 'signed-in',
    reason: 'A check of one catalog-info.yaml that stores nothing.',
  },
  {
    permission: 'catalog.entity.refresh',
    decision: 'owner',
    reason: 'It makes the portal re-read the sources of the entity.',
  },
  {
    permission: 'catalog.entity.delete',
    decision: 'owner',
    reason: 'Unregistering takes the entity away from everybody.',
  },

  // Catalog: where entities come from
  {
    permission: 'catalog.location.read',
    decision: 'signed-in',
    reason: 'Says where an entity comes from.',
  },
  {
    permission: 'catalog.location.create',
    decision: 'admin',
    reason:
      'Adds or repoints a source by hand; teams commit catalog-info.yaml and it is discovered.',
  },
  {
    permission: 'catalog.location.delete',
    decision: 'admin',
    reason: 'A source may hold entities of several owners.',
  },
  {
    permission: 'catalog.location.analyze',
    decision: 'admin',
    reason:
      'The first step of adding a source by hand; it reads any URL the portal can.',
  },
  {
    permission: 'catalog.ingestion.read',
    decision: 'admin',
    reason: 'Shows the inner state of the providers, for operators.',
  },
  {
    permission: 'catalog.ingestion.manage',
    decision: 'admin',
    reason: 'Stops, restarts and empties providers.',
  },

  // Catalog: what is wrong with its files
  {
    permission: 'catalog-health.problem.read-all',
    decision: 'admin',
    reason: 'Teams see what is wrong with their own files; this shows all.',
  },
  {
    permission: 'catalog-health.file.validate',
    decision: 'signed-in',
    reason: 'A check of one catalog-info.yaml that stores nothing.',
  },

  // The graph of entities
  {
    permission: 'entity-graph.observed-edge.report',
    decision: 'admin',
    reason:
      'Says for every entity what it calls; tools do it by tokens that the configuration names.',
  },

  // Templates
  {
    permission: 'scaffolder.task.create',
    decision: 'signed-in',
    reason: 'Everybody may run the golden paths.',
  },
  {
    permission: 'scaffolder.action.execute',
    decision: 'signed-in',
    reason: 'The steps of a template that the caller may run.',
  },
  {
    permission: 'scaffolder.template.parameter.read',
    decision: 'signed-in',
    reason: 'The form of a template that the caller may run.',
  },
  {
    permission: 'scaffolder.template.step.read',
    decision: 'signed-in',
    reason: 'The steps of a template that the caller may run.',
  },
  {
    permission: 'scaffolder.task.read',
    decision: 'owner',
    reason: 'Inputs and logs of a run concern the person who started it.',
  },
  {
    permission: 'scaffolder.task.cancel',
    decision: 'owner',
    reason: 'Only the person who started a run may stop it.',
  },
  {
    permission: 'scaffolder.template.dry-run',
    decision: 'admin',
    reason: 'Runs a template that nobody has reviewed on the portal itself.',
  },
  {
    permission: 'scaffolder.template.management',
    decision: 'admin',
    reason: 'The template editor, which works by dry runs.',
  },

  // Kubernetes
  {
    permission: 'kubernetes.clusters.read',
    decision: 'signed-in',
    reason: 'Names of the clusters, for the Runtime tab.',
  },
  {
    permission: 'kubernetes.resources.read',
    decision: 'signed-in',
    reason: 'What runs for an entity, without secrets.',
  },
  {
    permission: 'kubernetes.proxy',
    decision: 'signed-in',
    reason:
      'Events only: the proxy guard asks the next two rows for everything else.',
  },
  {
    permission: 'kubernetes.logs.read',
    decision: 'owner',
    reason:
      'Logs may hold what customers typed; the guard asks it of the entity that the pod names.',
  },
  {
    permission: 'kubernetes.proxy.unrestricted',
    decision: 'admin',
    reason: 'Writes, shells and free reads with the credentials of the portal.',
  },
  {
    permission: 'workloads.read',
    decision: 'signed-in',
    reason: 'How what runs is doing in all clusters, without logs and secrets.',
  },
  {
    permission: 'workloads.restart',
    decision: 'owner',
    reason: 'Restarts pods, which may interrupt the service.',
  },

  // Delivery
  {
    permission: 'delivery.run.rerun',
    decision: 'owner',
    reason: 'Starts a pipeline again, which may deploy.',
  },
  {
    permission: 'delivery.ingest.read',
    decision: 'signed-in',
    reason:
      'Which events came in, and why some were refused; teams find their mistakes there.',
  },

  // Service levels
  {
    permission: 'slo.exclusion.create',
    decision: 'owner',
    reason: 'Takes a time out of the error budget; every report shows it.',
  },
  {
    permission: 'slo.exclusion.delete',
    decision: 'owner',
    reason: 'Has a time count again that was taken out.',
  },
  {
    permission: 'slo.gate.override',
    decision: 'owner',
    reason: 'Lets changes through although the error budget is spent.',
  },
  {
    permission: 'sla.agreement.update',
    decision: 'owner',
    reason: 'Says what customers of the entity were promised.',
  },
  {
    permission: 'sla.report.close',
    decision: 'owner',
    reason: 'Freezes the report of a month for good.',
  },
  {
    permission: 'slo.definition.propose',
    decision: 'owner',
    reason: 'Writes to the repository of the entity, in the name of the user.',
  },
  {
    permission: 'slo.source.read',
    decision: 'signed-in',
    reason: 'Says how the sources are doing, to whoever misses data.',
  },

  // Provisioning
  {
    permission: 'provisioning.request.create',
    decision: 'owner',
    reason: 'It costs its owner money and counts for their quota.',
  },
  {
    permission: 'provisioning.request.decide',
    decision: 'signed-in',
    reason: 'Approvers are named by definitions, which are asked next.',
  },
  {
    permission: 'provisioning.resource.manage',
    decision: 'owner',
    reason: 'Its data and its credentials are those of its owner.',
  },
  {
    permission: 'provisioning.definition.propose',
    decision: 'admin',
    reason: 'A definition decides what is made with the rights of the portal.',
  },
  {
    permission: 'provisioning.operate',
    decision: 'admin',
    reason: 'Decides what becomes of things at providers, whosever they are.',
  },
  {
    permission: 'provisioning.workload.apply',
    decision: 'owner',
    reason: 'Changes what runs, and shows how it is configured.',
  },

  // Cost
  {
    permission: 'cost.total.read',
    decision: 'finance',
    openedBy: 'cost-totals',
    reason: 'What the organisation spends, without the rows of the bill.',
  },
  {
    permission: 'cost.entity.read',
    decision: 'owner-or-finance',
    openedBy: 'cost-totals',
    reason: 'What an entity costs, without the rows of the bill.',
  },
  {
    permission: 'cost.row.read',
    decision: 'owner-or-finance',
    reason: 'Rows of the bill name resources and prices.',
  },
  {
    permission: 'cost.bill.read',
    decision: 'finance',
    reason: 'Every row of every bill, whoever has it.',
  },
  {
    permission: 'cost.import.create',
    decision: 'finance',
    reason: 'Takes the place of what a source had for its billing periods.',
  },
  {
    permission: 'cost.allocation.propose',
    decision: 'owner-or-finance',
    reason: 'Writes to the repository of the rules, in the name of the user.',
  },
  {
    permission: 'cost.budget.propose',
    decision: 'owner-or-finance',
    reason: 'Writes to the repository of the entity, in the name of the user.',
  },
  {
    permission: 'cost.anomaly.acknowledge',
    decision: 'owner',
    reason: 'Says why the entity costs more than usual.',
  },

  // Scorecards
  {
    permission: 'scorecard.scorecard.propose',
    decision: 'owner',
    reason: 'Writes to the repository of the entity, in the name of the user.',
  },
  {
    permission: 'scorecard.exemption.request',
    decision: 'owner',
    reason: 'Says that a check of the entity shall be passed over.',
  },
  {
    permission: 'scorecard.exemption.decide',
    decision: 'signed-in',
    reason: 'The owner of the scorecard decides, which is asked next.',
  },
  {
    permission: 'scorecard.initiative.manage',
    decision: 'signed-in',
    reason: 'The owner of the scorecard may, which is asked next.',
  },
  {
    permission: 'scorecard.operate',
    decision: 'admin',
    reason: 'Manages the initiatives of every scorecard, whosever it is.',
  },
  {
    permission: 'scorecard.ownership.confirm',
    decision: 'owner',
    reason: 'Says that the owners of the entity are still the right ones.',
  },
  {
    permission: 'scorecard.finding.upload',
    decision: 'owner',
    reason: 'Says what a scanner found, and closes what it does not find.',
  },
  {
    permission: 'scorecard.finding.suppress',
    decision: 'owner',
    reason: 'Has a finding not count for a while; the audit log has it.',
  },
  {
    permission: 'scorecard.fix.propose',
    decision: 'owner',
    reason: 'Writes to the repository of the entity, in the name of the user.',
  },

  // Documentation
  {
    permission: 'techdocs.actions.read',
    decision: 'signed-in',
    reason: 'Finds and reads documentation through actions.',
  },
  {
    permission: 'techdocs.feedback.give',
    decision: 'signed-in',
    reason: 'Whoever reads a page may say whether it helped.',
  },
  {
    permission: 'techdocs.feedback.read',
    decision: 'owner',
    reason: 'Readers tell it the owners, with their names.',
  },
  {
    permission: 'techdocs.page.propose',
    decision: 'signed-in',
    reason:
      'Whoever reads a page may propose a change in their name: it waits for a review, or needs the right to write to the repository.',
  },
  {
    permission: 'techdocs.site.propose',
    decision: 'owner',
    reason: 'Writes to the repository of the entity, in the name of the user.',
  },

  // Scheduled work of every plugin
  {
    permission: 'scheduler.task.read',
    decision: 'admin',
    reason:
      'Errors of runs name inner addresses; how fresh data is, its pages say.',
  },
  {
    permission: 'scheduler.task.control',
    decision: 'admin',
    reason:
      'Starting tasks over and over burdens what they ask; stopping them makes data stale.',
  },

  // Whatever no row above names
  {
    permission: '*',
    action: 'read',
    decision: 'signed-in',
    reason: 'Signed-in users read.',
  },
  {
    permission: '*',
    decision: 'admin',
    reason: 'A change that nobody has decided about is not allowed.',
  },
];
