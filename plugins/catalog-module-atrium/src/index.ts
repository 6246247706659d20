export { catalogModuleAtrium as default } from './module';
export {
  type EntitySummaryApi,
  entitySummaryApiRef,
} from './api/EntitySummaryApi';
