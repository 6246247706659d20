export { catalogHealthPlugin as default } from './plugin';
