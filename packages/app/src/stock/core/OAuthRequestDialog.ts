export { OAuthRequestDialog as default } from '@backstage/core-components';
