import { readMcpServer } from './readMcpServer';

function server(spec: object) {
  return readMcpServer({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'tools' },
    spec: { type: 'mcp-server', ...spec },
  });
}

describe('readMcpServer', () => {
  it('reads where it is, and its tools as it lists them itself', () => {
    const remotes = [
      { type: 'streamable-http', url: 'https://mcp.acme.example' },
    ];
    expect(
      server({
        remotes,
        definition: JSON.stringify({
          tools: [
            { name: 'refund', description: 'Pays back' },
            { name: 'find' },
          ],
        }),
      }),
    ).toEqual({
      remotes,
      tools: [
        { name: 'refund', description: 'Pays back' },
        { name: 'find', description: undefined },
      ],
    });
  });

  it.each([
    {},
    { definition: 'tools: []' },
    { definition: '[1]', remotes: 'x' },
  ])('takes %j as nothing', spec => {
    expect(server(spec)).toEqual({ remotes: [], tools: [] });
  });
});
