import { mockApis } from '@backstage/frontend-test-utils';
import type { TranslationRef } from '@backstage/frontend-plugin-api';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react/alpha';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder/alpha';
import catalog from '../../translations/stock/catalog';
import catalogReact from '../../translations/stock/catalogReact';
import scaffolder from '../../translations/stock/scaffolder';
import scaffolderReact from '../../translations/stock/scaffolderReact';

const cases: [ref: TranslationRef, german: Record<string, string>][] = [
  [catalogTranslationRef as unknown as TranslationRef, catalog],
  [catalogReactTranslationRef as unknown as TranslationRef, catalogReact],
  [scaffolderTranslationRef as unknown as TranslationRef, scaffolder],
  [scaffolderReactTranslationRef as unknown as TranslationRef, scaffolderReact],
];

it.each(cases)('translates texts that %s has', (ref, german) => {
  const { t } = mockApis.translation().getTranslation(ref);
  for (const key of Object.keys(german)) {
    // A key that is not there is given back as the text.
    expect(t(key)).not.toBe(key);
  }
});
