export { apiDocsModuleAtrium as default } from './module';
