import { toTopicTitle } from './toTopicTitle';

it.each([
  ['slo-alert', 'SLO alert'],
  ['api-breaking-change', 'API breaking change'],
  ['plugin:catalog-health', 'Catalog health'],
  ['plugin:provisioning', 'Resources'],
  ['main-branch', 'Main branch'],
])('calls %s %s', (id, title) => {
  expect(toTopicTitle(id)).toBe(title);
});
