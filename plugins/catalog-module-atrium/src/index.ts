export { catalogModuleAtrium as default } from './module';
