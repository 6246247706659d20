import { dirname } from 'node:path';
import type { RenderedFiles } from './__testUtils__/RenderedFiles';
import { renderTemplate } from './__testUtils__/renderTemplate';
import { sampleParameters } from './__testUtils__/sampleParameters';

describe('spring-boot-service', () => {
  const javaFiles = (files: RenderedFiles) =>
    files.list().filter(path => path.endsWith('.java'));

  it.each([
    ['refund-service', 'refundservice', 'RefundService'],
    ['switch', 'switchapp', 'Switch'],
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
    expect(files.entities()).toHaveLength(2);
  });
});
