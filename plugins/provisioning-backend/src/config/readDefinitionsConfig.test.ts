import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readDefinitionsConfig } from './readDefinitionsConfig';

const read = (definitions: JsonObject) =>
  readDefinitionsConfig(new ConfigReader({ provisioning: { definitions } }));

describe('readDefinitionsConfig', () => {
  it('reads nothing by default', () => {
    expect(readDefinitionsConfig(new ConfigReader({}))).toEqual({
      repositories: [],
    });
  });

  it('compares repositories without regard to case', () => {
    expect(
      read({
        folder: 'definitions',
        repositories: ['localhost:7001/Acme/platform-*'],
      }),
    ).toEqual({
      folder: 'definitions',
      repositories: ['localhost:7001/acme/platform-*'],
    });
  });

  it.each([
    [{ repositories: ['acme/platform'] }, /'host\/owner\/name'/],
    [{ repositories: ['*/acme/platform'] }, /'host\/owner\/name'/],
    [{ folders: 'x' }, /folders/],
    [{ folder: '' }, /folder/],
  ])('refuses %j', (definitions, message) => {
    expect(() => read(definitions)).toThrow(message);
  });
});
