export { SidebarPage as default } from '@backstage/core-components';
