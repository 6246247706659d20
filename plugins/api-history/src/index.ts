export { apiHistoryPlugin as default } from './plugin';
