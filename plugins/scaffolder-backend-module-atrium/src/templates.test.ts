import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  type Entity,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { readTemplate, renderTemplate } from './__testUtils__/renderTemplate';
import {
  ON_GITHUB,
  ON_SANDBOX,
  sampleParameters,
} from './__testUtils__/sampleParameters';

const NEW_REPOSITORY_TEMPLATES = [
  'spring-boot-service',
  'node-service',
  'web-app',
  'documentation-site',
];
const ALL_TEMPLATES = [...NEW_REPOSITORY_TEMPLATES, 'register-existing'];

async function isValidEntity(entity: Entity): Promise<boolean> {
  const results = await Promise.all([
    componentEntityV1alpha1Validator.check(entity),
    apiEntityV1alpha1Validator.check({
      ...entity,
      // The catalog replaces the reference by the text of the file.
      spec: { ...entity.spec, definition: 'openapi: 3.1.0' },
    }),
    resourceEntityV1alpha1Validator.check(entity),
  ]);
  return results.includes(true);
}

describe.each(ALL_TEMPLATES)('%s', name => {
  it('is a valid template with a version, and asks for owner and repository', async () => {
    const template = await readTemplate(name);
    expect(await templateEntityV1beta3Validator.check(template)).toBe(true);
    expect(template.metadata.annotations).toEqual({
      'atrium.dev/template-version': '1.0.0',
    });
    expect(template.spec.owner).toBe('platform-team');

    const fields = [template.spec.parameters ?? []]
      .flat()
      .map(page => page.properties as Record<string, JsonObject>)
      .reduce((all, page) => ({ ...all, ...page }), {});
    expect(fields.owner['ui:field']).toBe('OwnerPicker');
    expect(fields.system['ui:field']).toBe('EntityPicker');
    expect(fields.repoUrl['ui:field']).toBe('RepoUrlPicker');
  });

  it('accepts names that every system accepts, and says what is wrong with others', async () => {
    const template = await readTemplate(name);
    const { properties } = [template.spec.parameters ?? []]
      .flat()
      .find(page => Object.keys(page.properties ?? {}).includes('name')) as {
      properties: { name: { pattern: string; errorMessage: JsonObject } };
    };
    const pattern = new RegExp(properties.name.pattern);
    for (const good of ['api', 'refund-service', 'a1b', 'x'.repeat(50)]) {
      expect(good).toMatch(pattern);
    }
    const wrong = ['', 'ab', 'Refund', '1st-service', 'refund-', 'a_b', 'a.b'];
    for (const bad of [...wrong, 'refund service', 'x'.repeat(51)]) {
      expect(bad).not.toMatch(pattern);
    }
    expect(properties.name.errorMessage.pattern).toMatch(
      /lower-case letters, digits and dashes/,
    );
  });

  it.each([ON_SANDBOX, ON_GITHUB])('renders for %s', async repoUrl => {
    const isGitHub = repoUrl === ON_GITHUB;
    const { files, steps } = await renderTemplate(name, {
      ...sampleParameters,
      repoUrl,
    });

    for (const path of files.list()) {
      const text = files.text(path);
      expect(`${path}\n${text}`).not.toMatch(
        /\$\{\{ ?(values|sampleParameters)|\{%/,
      );
      if (/\.ya?ml$/.test(path)) {
        files.documents(path);
      }
    }

    const entities = files.entities();
    for (const entity of entities) {
      expect(await isValidEntity(entity)).toBe(true);
      expect(entity.spec).toMatchObject({
        owner: 'team-payments',
        system: 'billing',
      });
      expect(entity.metadata.annotations).toMatchObject({
        'backstage.io/source-template': `template:default/${name}`,
        'atrium.dev/template-version': '1.0.0',
      });
    }
    const [component] = entities;
    expect(component.kind).toBe('Component');
    expect(component.metadata.name).toBe('refund-service');
    expect(component.metadata.description).toBe(sampleParameters.description);
    expect(component.metadata.annotations?.['github.com/project-slug']).toBe(
      isGitHub ? 'my-org/refund-service' : undefined,
    );

    expect('publish' in steps).toBe(isGitHub);
    expect('publish-gitea' in steps).toBe(!isGitHub);
  });
});

describe.each(NEW_REPOSITORY_TEMPLATES)('the repository of %s', name => {
  it('brings documentation and a workflow, and ends in the catalog', async () => {
    const { files, steps } = await renderTemplate(name, sampleParameters);

    expect(files.list()).toEqual(
      expect.arrayContaining([
        '.github/workflows/ci.yaml',
        '.gitignore',
        'README.md',
        'docs/index.md',
        'mkdocs.yml',
      ]),
    );
    const [mkdocs] = files.documents('mkdocs.yml');
    const pages = JSON.stringify(mkdocs.nav).match(/[\w/-]+\.md/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(files.list()).toContain(`docs/${page}`);
    }
    expect(steps.register).toEqual({
      entityRef: 'component:default/refund-service',
    });
  });

  it('does not need a system or a full owner reference', async () => {
    const { files } = await renderTemplate(name, {
      name: 'refund-service',
      owner: 'team-payments',
      repoUrl: ON_SANDBOX,
    });

    for (const entity of files.entities()) {
      expect(await isValidEntity(entity)).toBe(true);
      expect(entity.spec?.owner).toBe('team-payments');
      expect(entity.spec).not.toHaveProperty('system');
    }
  });
});

it.each(['spring-boot-service', 'node-service', 'web-app'])(
  '%s is deployed without rights, with probes and limits',
  async name => {
    const { files } = await renderTemplate(name, sampleParameters);

    expect(files.text('Dockerfile')).toMatch(/^USER \d+:\d+$/m);
    const manifests = files
      .list()
      .filter(path => path.startsWith('deploy/'))
      .flatMap(path => files.documents(path));
    for (const manifest of manifests) {
      expect(manifest.metadata).toMatchObject({
        namespace: 'billing',
        labels: { 'backstage.io/kubernetes-id': 'refund-service' },
      });
    }
    const deployment = manifests.find(({ kind }) => kind === 'Deployment');
    expect(deployment?.spec).toMatchObject({
      template: {
        metadata: {
          labels: { 'backstage.io/kubernetes-id': 'refund-service' },
        },
        spec: {
          securityContext: { runAsNonRoot: true },
          containers: [
            {
              livenessProbe: { httpGet: expect.anything() },
              readinessProbe: { httpGet: expect.anything() },
              resources: {
                requests: { cpu: expect.anything(), memory: expect.anything() },
                limits: { cpu: expect.anything(), memory: expect.anything() },
              },
              securityContext: { allowPrivilegeEscalation: false },
            },
          ],
        },
      },
    });
  },
);

it.each([
  ['spring-boot-service', 'audio_playback', 'audio-playback'],
  ['node-service', 'system:media/Billing.Core', 'billing-core'],
  ['web-app', undefined, 'refund-service'],
  ['web-app', 'audio_playback', 'audio-playback'],
])(
  '%s of the system %s is in a namespace that Kubernetes takes',
  async (name, system, namespace) => {
    const { system: _, ...withoutSystem } = sampleParameters;
    const { files } = await renderTemplate(name, {
      ...withoutSystem,
      ...(system ? { system } : {}),
    });

    const manifests = files
      .list()
      .filter(path => path.startsWith('deploy/'))
      .flatMap(path => files.documents(path));
    expect(manifests.length).toBeGreaterThan(1);
    for (const { metadata } of manifests) {
      expect(metadata).toMatchObject({ namespace });
    }
    expect(files.text('docs/operations.md')).toContain(
      `namespace \`${namespace}\` exists`,
    );
  },
);

it.each(['spring-boot-service', 'node-service'])(
  '%s describes its API',
  async name => {
    const { files } = await renderTemplate(name, sampleParameters);

    const [component, api] = files.entities();
    expect(component.spec?.providesApis).toEqual(['refund-service-api']);
    expect(api).toMatchObject({
      kind: 'API',
      metadata: { name: 'refund-service-api' },
      spec: { type: 'openapi', definition: { $text: './openapi.yaml' } },
    });
    const [openapi] = files.documents('openapi.yaml');
    expect(openapi.openapi).toBe('3.1.0');
    expect(openapi.paths).toHaveProperty(['/api/v1/items']);
  },
);

it('node-service asks for a database only where one is needed', async () => {
  const without = await renderTemplate('node-service', sampleParameters);
  expect(without.steps).not.toHaveProperty('database');
  const { steps } = await renderTemplate('node-service', {
    ...sampleParameters,
    needsDatabase: true,
  });
  expect(steps.database).toEqual({
    type: 'postgres',
    name: 'database',
    environment: 'dev',
    entityRef: 'component:default/refund-service',
    reason: 'Created with the service from the node-service template',
  });
});
