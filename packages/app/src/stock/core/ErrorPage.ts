export { ErrorPage as default } from '@backstage/core-components';
