import { t } from '../../translation';

/** What signs and bands mean on the charts of an objective. */
export const CHART_LEGEND = {
  get done() {
    return t('chartLegend.deployed');
  },
  get failed() {
    return t('chartLegend.deployedAndFailed');
  },
  get undone() {
    return t('chartLegend.rolledBack');
  },
  get trouble() {
    return t('chartLegend.incident');
  },
  get missing() {
    return t('chartLegend.notMeasured');
  },
  get excluded() {
    return t('chartLegend.doesNotCount');
  },
} as const;
