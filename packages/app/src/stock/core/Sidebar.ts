export { Sidebar as default } from '@backstage/core-components';
