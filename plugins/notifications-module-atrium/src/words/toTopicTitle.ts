import { t } from '../translation';

const TITLES: Record<string, () => string> = {
  'api-breaking-change': () => t('topic.apiBreakingChange'),
  'api-history': () => t('topic.apiHistory'),
  'catalog-health': () => t('topic.catalogHealth'),
  cost: () => t('topic.cost'),
  'cost-anomaly': () => t('topic.costAnomaly'),
  'cost-budget': () => t('topic.costBudget'),
  'main-branch': () => t('topic.mainBranch'),
  provisioning: () => t('topic.provisioning'),
  'provisioning-lease': () => t('topic.provisioningLease'),
  'provisioning-request': () => t('topic.provisioningRequest'),
  'repository-claims': () => t('topic.repositoryClaims'),
  scaffolder: () => t('topic.scaffolder'),
  scorecard: () => t('topic.scorecard'),
  'scorecard-exemption': () => t('topic.scorecardExemption'),
  'scorecard-initiative': () => t('topic.scorecardInitiative'),
  'scorecard-level': () => t('topic.scorecardLevel'),
  slo: () => t('topic.slo'),
  'slo-alert': () => t('topic.sloAlert'),
  'template-run': () => t('topic.templateRun'),
  'workload-claims': () => t('topic.workloadClaims'),
};

const ABBREVIATIONS: Record<string, string> = {
  api: 'API',
  sla: 'SLA',
  slo: 'SLO',
};

/** What a topic or an origin is called: `slo-alert` is `SLO alert`. */
export function toTopicTitle(id: string): string {
  const name = id.replace(/^plugin:/, '');
  return TITLES[name]?.() ?? capitalize(name);
}

/** A topic of another plugin is called by the words of its id. */
function capitalize(id: string): string {
  const words = id
    .split(/[-_\s]+/)
    .map(word => ABBREVIATIONS[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
