import type { DefinitionStore } from '../../database/DefinitionStore';
import { words } from '../../provisioningWords';
import { DefinitionRegistry } from './DefinitionRegistry';

describe('DefinitionRegistry', () => {
  const typeOf = (name: string, title: string) => ({
    source: `${name}.yaml`,
    document: { kind: 'ResourceType', metadata: { name, title } },
  });
  const store: Pick<DefinitionStore, 'listDocuments'> = {
    listDocuments: async () =>
      [
        typeOf('postgres', 'PostgreSQL database'),
        typeOf('sandbox', 'Sandbox of a team'),
      ] as Awaited<ReturnType<DefinitionStore['listDocuments']>>,
  };
  const registry = new DefinitionRegistry(store as DefinitionStore);

  it('says the titles that come along so that each reads them in their language', async () => {
    const type = await registry.titleOfType('postgres');
    expect(type).toEqual({ key: 'provisioning.shipped.type.postgres' });
    const title = words.describe('provisioning.wanted.create', {
      person: 'Grace',
      name: 'ledger',
      type,
      environment: 'production',
    });
    expect(words.text(title)).toBe(
      "Grace wants to create 'ledger' (PostgreSQL database) in production",
    );
  });

  it('says the titles of an organisation as they are, and the name of what is gone', async () => {
    expect(await registry.titleOfType('sandbox')).toBe('Sandbox of a team');
    expect(await registry.titleOfType('mainframe')).toBe('mainframe');
  });
});
