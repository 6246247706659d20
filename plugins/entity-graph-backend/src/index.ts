export { entityGraphPlugin as default } from './plugin';
