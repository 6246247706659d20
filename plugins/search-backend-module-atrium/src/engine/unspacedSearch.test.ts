import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createSearchTestIndex,
  testDocument,
} from '../__testUtils__/SearchTestIndex';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

it('finds and marks words of languages that put no spaces between them', async () => {
  const search = await createSearchTestIndex(databases);
  await search.index('techdocs', [
    testDocument('部署指南', { text: '本页介绍如何部署服务到生产环境。' }),
    testDocument('设定', { text: 'サーバーの設定はKubernetesで変更します。' }),
    testDocument('值班', { text: '服务停止时的部门联系方式。' }),
  ]);
  expect(await search.findTitles('部署')).toEqual(['部署指南']);
  expect(await search.findTitles('部署服务')).toEqual(['部署指南']);
  expect(await search.findTitles('服务')).toEqual(
    expect.arrayContaining(['部署指南', '值班']),
  );
  expect(await search.findTitles('kubernetes 設定')).toEqual(['设定']);
  // What is still being typed.
  expect(await search.findTitles('部')).toEqual(
    expect.arrayContaining(['部署指南', '值班']),
  );
  const { results } = await search.engine.query({ term: '部署服务' });
  const [{ highlight }] = results;
  expect(
    highlight?.fields.text
      .replaceAll(highlight.preTag, '[')
      .replaceAll(highlight.postTag, ']'),
  ).toBe('本页介绍如何[部署服务]到生产环境。');
});
