export { InfoCard as default } from '@backstage/core-components';
