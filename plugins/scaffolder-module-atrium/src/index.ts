export { scaffolderModuleAtrium as default } from './module';
