export { UnregisterEntityDialog as default } from '@backstage/plugin-catalog-react';
