export { SidebarItem as default } from '@backstage/core-components';
