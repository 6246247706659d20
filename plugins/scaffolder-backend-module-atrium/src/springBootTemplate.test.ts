import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RenderedFiles } from './__testUtils__/RenderedFiles';
import { renderTemplate } from './__testUtils__/renderTemplate';
import { sampleParameters } from './__testUtils__/sampleParameters';

interface Workflow {
  jobs: Record<string, { steps: { name?: string; run?: string }[] }>;
}

/** What a step of the workflow runs; undefined where there is no such step. */
function scriptOf(files: RenderedFiles, step: string): string | undefined {
  const workflow: Workflow = JSON.parse(
    JSON.stringify(files.documents('.github/workflows/ci.yaml')[0]),
  );
  return workflow.jobs.verify.steps.find(({ name }) => name === step)?.run;
}

describe('spring-boot-service', () => {
  const javaFiles = (files: RenderedFiles) =>
    files.list().filter(path => path.endsWith('.java'));

  it.each([
    ['refund-service', 'refundservice', 'RefundService'],
    ['switch', 'switchapp', 'Switch'],
    ['spring', 'spring', 'SpringService'],
    ['spring-boot', 'springboot', 'SpringBootService'],
  ])('turns %s into package and class names', async (name, segment, type) => {
    const { files } = await renderTemplate('spring-boot-service', {
      ...sampleParameters,
      name,
      database: 'postgres',
    });

    const root = `java/example/acme/${segment}`;
    expect(javaFiles(files)).toEqual(
      expect.arrayContaining([
        `src/main/${root}/${type}Application.java`,
        `src/main/${root}/items/ItemController.java`,
        `src/test/${root}/${type}ApplicationTest.java`,
      ]),
    );
    for (const path of javaFiles(files)) {
      const expected = dirname(path)
        .replace(/^src\/(main|test)\/java\//, '')
        .replaceAll('/', '.');
      expect(files.text(path)).toMatch(new RegExp(`^package ${expected};`));
      // A class does not compile beside an import of the same name.
      const imported = files.text(path).match(/(?<=^import .*\.)\w+(?=;)/gm);
      expect(imported ?? []).not.toContain(basename(path, '.java'));
    }
  });

  it.each([
    ['postgres', 'org.postgresql', 'jdbc:postgresql:', 'timestamptz'],
    ['mysql', 'com.mysql', 'jdbc:mysql:', 'datetime(6)'],
  ])('is built on %s', async (database, driver, url, columnType) => {
    const { files } = await renderTemplate('spring-boot-service', {
      ...sampleParameters,
      database,
    });

    const pom = files.text('pom.xml');
    expect(pom).toContain('spring-boot-starter-data-jpa');
    expect(pom).toContain('flyway-core');
    expect(pom).toContain(`<groupId>${driver}</groupId>`);
    const settings = files.text('src/main/resources/application.yaml');
    expect(settings).toContain(url);
    const migration = 'src/main/resources/db/migration/V1__create_items.sql';
    expect(files.text(migration)).toContain(columnType);
    expect(javaFiles(files).join()).toContain('DatabaseItemStore.java');
    expect(files.text('deploy/deployment.yaml')).toContain('DATABASE_URL');
    const [component, , resource] = files.entities();
    expect(component.spec?.dependsOn).toEqual(['resource:refund-service-db']);
    expect(resource).toMatchObject({
      kind: 'Resource',
      metadata: { name: 'refund-service-db' },
      spec: { type: 'database' },
    });
  });

  it.each([
    [undefined, 'mvn spring-boot:run'],
    ['none', 'mvn spring-boot:run'],
    ['postgres', 'mvn spring-boot:test-run'],
    ['mysql', 'mvn spring-boot:test-run'],
  ])('is started with the database %s by %s', async (database, command) => {
    const { files, output } = await renderTemplate('spring-boot-service', {
      ...sampleParameters,
      ...(database ? { database } : {}),
    });

    const [{ content }] = output.text as { content: string }[];
    expect(content).toContain(`Start it with \`${command}\``);
    expect(files.text('README.md')).toContain(`\n${command}\n`);
  });

  it('has its workflow fail when tests of the database were skipped', async () => {
    const { files } = await renderTemplate('spring-boot-service', {
      ...sampleParameters,
      database: 'postgres',
    });
    // From 3.5.9 on it brings Testcontainers 1.21.4, the first that Docker 29 answers.
    expect(files.text('pom.xml')).toMatch(
      /<version>3\.5\.(9|[1-9]\d)<\/version>/,
    );

    const reports = join(files.folder, 'target/surefire-reports');
    mkdirSync(reports, { recursive: true });
    const report = (name: string, tests: string) =>
      writeFileSync(
        join(reports, `TEST-example.acme.${name}.xml`),
        `<?xml version="1.0"?><testsuite name="${name}">${tests}</testsuite>`,
      );
    const script = scriptOf(files, 'Check that no test was skipped') ?? '';
    const check = () =>
      spawnSync('bash', ['-e', '-c', script], {
        cwd: files.folder,
        encoding: 'utf8',
      });

    report('ItemControllerTest', '<testcase name="listsItems"/>');
    expect(check()).toMatchObject({ status: 0, stdout: '' });
    report(
      'DatabaseItemStoreTest',
      '<testcase name=""><skipped message="Docker is not available"/></testcase>',
    );
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout).toContain('DatabaseItemStoreTest.xml');
    expect(stdout).not.toContain('ItemControllerTest');
    expect(stdout).toContain('::error::');
  });

  it.each(['none', undefined])('has no JPA with %s', async database => {
    const { files } = await renderTemplate('spring-boot-service', {
      ...sampleParameters,
      ...(database ? { database } : {}),
    });

    const text = files
      .list()
      .filter(path => !path.startsWith('docs/'))
      .map(path => files.text(path))
      .join('\n');
    expect(text).not.toMatch(/jpa|flyway|datasource|DATABASE_|testcontainers/i);
    expect(javaFiles(files).join()).toContain('InMemoryItemStore.java');
    expect(scriptOf(files, 'Check that no test was skipped')).toBeUndefined();
    expect(files.entities()).toHaveLength(2);
  });
});
