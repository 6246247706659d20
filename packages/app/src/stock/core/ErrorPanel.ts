export { ErrorPanel as default } from '@backstage/core-components';
