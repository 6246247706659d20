import plugin from './index';

describe('catalogHealthPlugin', () => {
  it('has the extensions that app-config.yaml may name', () => {
    expect(plugin.pluginId).toBe('catalog-health');
    expect(plugin.getExtension('page:catalog-health')).toBeDefined();
    expect(plugin.getExtension('entity-card:catalog-health')).toBeDefined();
    expect(plugin.getExtension('api:catalog-health')).toBeDefined();
  });
});
