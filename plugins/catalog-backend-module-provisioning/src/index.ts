export { catalogModuleProvisioning as default } from './module';
