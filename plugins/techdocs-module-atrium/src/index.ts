export { techdocsAtriumModule as default } from './module';
