export { atriumSearchFeatures as default } from './features';
