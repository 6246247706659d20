export { userSettingsModuleAtrium as default } from './module';
