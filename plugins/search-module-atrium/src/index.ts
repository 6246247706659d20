export { searchModuleAtrium as default } from './module';
export { QuickSearch } from './quick/QuickSearch';
export { quickSearchApiRef, type QuickSearchApi } from './quick/QuickSearchApi';
