export { atriumScaffolderFeatures as default } from './features';
