/**
 * What stock pages take from `@backstage/core-components`, with what is seen while
 * they load as the app shows it. See bundler/extendConfig.cjs.
 */
export * from '@backstage/core-components';
export { Progress } from '@backstage/frontend-plugin-api';
