import type { FactDescription } from '@atrium/plugin-scorecard-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDescription } from './providers/api/apiDescription';
import { catalogDescription } from './providers/catalog/catalogDescription';
import { costDescription } from './providers/cost/costDescription';
import { deliveryDescription } from './providers/delivery/deliveryDescription';
import { docsDescription } from './providers/docs/docsDescription';
import { kubernetesDescription } from './providers/kubernetes/kubernetesDescription';
import { ownershipDescription } from './providers/ownership/ownershipDescription';
import { provisioningDescription } from './providers/provisioning/provisioningDescription';
import { repositoryDescription } from './providers/repository/repositoryDescription';
import { sloDescription } from './providers/slo/sloDescription';
import { templateDescription } from './providers/template/templateDescription';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

it.each([
  apiDescription,
  catalogDescription,
  costDescription,
  deliveryDescription,
  docsDescription,
  kubernetesDescription,
  ownershipDescription,
  provisioningDescription,
  repositoryDescription,
  sloDescription,
  templateDescription,
])('the README lists every fact of $id, with its type', ({ id, facts }) => {
  const [, section = ''] = readme.split(`### \`facts.${id}\``);
  const [own] = section.split('\n### ');
  const described: Record<string, FactDescription> = facts;
  for (const [name, { type }] of Object.entries(described)) {
    expect(own).toMatch(new RegExp(`\\| \`${name}\` +\\| ${type}`));
  }
});
