import { API_HISTORY_TAB_PATH } from '@atrium/plugin-api-history-common';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
} from '@backstage/frontend-test-utils';
import { apiHistoryPlugin } from './plugin';

describe('apiHistoryPlugin', () => {
  it('puts the tab where notifications link to', () => {
    const tab = createExtensionTester(
      apiHistoryPlugin.getExtension('entity-content:api-history/history'),
      { apis: [mockApis.translation()] },
    );
    expect(tab.get(coreExtensionData.routePath)).toBe(API_HISTORY_TAB_PATH);
  });
});
