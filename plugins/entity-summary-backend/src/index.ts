export { entitySummaryPlugin as default } from './plugin';
