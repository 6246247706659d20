export { scaffolderModuleProvisioning as default } from './module';
