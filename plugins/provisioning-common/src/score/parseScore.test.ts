import { parse, stringify } from 'yaml';
import { orderContainers } from './orderContainers';
import { parseScore } from './parseScore';

/** Every construct of score.dev/v1b1. */
const FULL = `apiVersion: score.dev/v1b1
metadata:
  name: example-workload-name123
  extra-key: extra-value
  annotations:
    prefix.com/Another-Key_Annotation.2: something else
service:
  ports:
    port-one: { port: 1000, protocol: UDP, targetPort: 10000 }
    port-two2: { port: 8000 }
containers:
  container-one1:
    image: localhost:4000/repo/my-image:tag
    command: ['/bin/sh', '-c']
    args: [hello, world]
    resources:
      requests: { cpu: 1000m, memory: 10Gi }
      limits: { cpu: '0.24', memory: 128M }
    variables:
      SOME_VAR: some content here
      DATA: \${resources.resource-one1.host} of \${metadata.name}
    files:
      /my/file: { source: file.txt, mode: '0600', noExpand: true }
      /my/other/file: { content: 'some content' }
      /my/binary: { binaryContent: ADBgwpA= }
    volumes:
      /mnt/data: { source: '\${resources.resource-two2}', path: sub/path, readOnly: true }
      /mnt/other: { source: volume-two }
    livenessProbe:
      httpGet: { port: 8080, path: /livez }
      exec: { command: [/bin/curl, -f, 'http://localhost:8080/livez'] }
    readinessProbe:
      httpGet:
        host: 127.0.0.1
        port: 80
        scheme: HTTPS
        path: /readyz
        httpHeaders: [{ name: SOME_HEADER, value: some-value-here }]
  container-two2:
    image: .
    before:
      container-one1: { ready: complete }
resources:
  resource-one1:
    type: Resource-One
    class: large
    id: shared.ledger-db
    metadata:
      annotations: { Default-Annotation: this is my annotation }
      extra-key: extra-value
    params: { extra: { data: [here, 1, true, null] } }
  resource-two2:
    type: volume
`;

const CONTAINER = ['containers', 'container-one1'];
const RESOURCE = ['resources', 'resource-one1'];
const NAME =
  'must have 2 to 63 lower-case letters, digits and dashes, with no dash at its ends';
const PORT = 'must be a whole number from 1 to 65535';

type Path = (string | number)[];

/** The messages about the file in which one field has another value. */
function messagesOf(path: Path, value: unknown): string[] {
  const document = parse(FULL);
  let target = document;
  for (const key of path.slice(0, -1)) {
    target[key] ??= {};
    target = target[key];
  }
  const last = path[path.length - 1];
  if (value === undefined) {
    delete target[last];
  } else {
    target[last] = value;
  }
  return parseScore(stringify(document)).problems.map(({ message }) => message);
}

describe('parseScore', () => {
  it('reads every construct', () => {
    const { workload, problems } = parseScore(FULL);
    expect(problems).toEqual([]);
    expect(workload).toEqual({
      apiVersion: 'score.dev/v1b1',
      metadata: {
        name: 'example-workload-name123',
        'extra-key': 'extra-value',
        annotations: {
          'prefix.com/Another-Key_Annotation.2': 'something else',
        },
      },
      service: {
        ports: {
          'port-one': { port: 1000, protocol: 'UDP', targetPort: 10_000 },
          'port-two2': { port: 8000, protocol: 'TCP' },
        },
      },
      containers: {
        'container-one1': {
          image: 'localhost:4000/repo/my-image:tag',
          command: ['/bin/sh', '-c'],
          args: ['hello', 'world'],
          resources: {
            requests: { cpu: '1000m', memory: '10Gi' },
            limits: { cpu: '0.24', memory: '128M' },
          },
          variables: {
            SOME_VAR: 'some content here',
            DATA: '${resources.resource-one1.host} of ${metadata.name}',
          },
          files: [
            {
              key: '/my/file',
              target: '/my/file',
              source: 'file.txt',
              mode: '0600',
              noExpand: true,
            },
            {
              key: '/my/other/file',
              target: '/my/other/file',
              content: 'some content',
              noExpand: false,
            },
            {
              key: '/my/binary',
              target: '/my/binary',
              binaryContent: 'ADBgwpA=',
              noExpand: false,
            },
          ],
          volumes: [
            {
              key: '/mnt/data',
              target: '/mnt/data',
              source: '${resources.resource-two2}',
              path: 'sub/path',
              readOnly: true,
            },
            {
              key: '/mnt/other',
              target: '/mnt/other',
              source: 'volume-two',
              readOnly: false,
            },
          ],
          livenessProbe: {
            httpGet: { port: 8080, path: '/livez' },
            exec: {
              command: ['/bin/curl', '-f', 'http://localhost:8080/livez'],
            },
          },
          readinessProbe: {
            httpGet: {
              host: '127.0.0.1',
              port: 80,
              scheme: 'HTTPS',
              path: '/readyz',
              httpHeaders: [{ name: 'SOME_HEADER', value: 'some-value-here' }],
            },
          },
          before: {},
        },
        'container-two2': {
          image: '.',
          variables: {},
          files: [],
          volumes: [],
          before: { 'container-one1': { ready: 'complete' } },
        },
      },
      resources: {
        'resource-one1': {
          type: 'Resource-One',
          class: 'large',
          id: 'shared.ledger-db',
          metadata: {
            annotations: { 'Default-Annotation': 'this is my annotation' },
            'extra-key': 'extra-value',
          },
          params: { extra: { data: ['here', 1, true, null] } },
        },
        'resource-two2': { type: 'volume', params: {} },
      },
    });
  });

  it('reads lists of files and volumes, as Score had them before', () => {
    const document = parse(FULL);
    const container = document.containers['container-one1'];
    container.files = [{ target: '/my/file', content: 'x' }];
    container.volumes = [{ target: '/mnt/data', source: 'volume-two' }];
    const { workload } = parseScore(stringify(document));

    expect(workload?.containers['container-one1']).toMatchObject({
      files: [{ key: 0, target: '/my/file', content: 'x' }],
      volumes: [{ key: 0, target: '/mnt/data', source: 'volume-two' }],
    });
    container.files[0].mode = 'rw';
    expect(parseScore(stringify(document)).problems).toMatchObject([
      {
        message: `containers['container-one1'].files[0].mode must be octal and in quotes, such as '0644'`,
      },
    ]);
  });

  it.each<[Path, unknown, string]>([
    [['apiVersion'], 'score.dev/v1', "apiVersion must be 'score.dev/v1b1'"],
    [['kind'], 'Workload', 'kind is not a field of score.dev/v1b1 here'],
    [['metadata'], undefined, 'metadata is required'],
    [['metadata', 'name'], 'Example', `metadata.name ${NAME}`],
    [['metadata', 'name'], 'a', `metadata.name ${NAME}`],
    [['metadata', 'name'], 'a'.repeat(64), `metadata.name ${NAME}`],
    [
      ['metadata', 'annotations', 'a b'],
      'x',
      "metadata.annotations['a b'] is no name of an annotation",
    ],
    [
      ['metadata', 'annotations', 'replicas'],
      3,
      'metadata.annotations.replicas must be a text, in quotes if need be',
    ],
    [
      ['service', 'name'],
      'x',
      'service.name is not a field of score.dev/v1b1 here',
    ],
    [['service', 'ports', 'HTTP'], { port: 80 }, `service.ports.HTTP ${NAME}`],
    [
      ['service', 'ports', 'port-one', 'port'],
      0,
      `service.ports['port-one'].port ${PORT}`,
    ],
    [
      ['service', 'ports', 'port-one', 'targetPort'],
      65_536,
      `service.ports['port-one'].targetPort ${PORT}`,
    ],
    [
      ['service', 'ports', 'port-one', 'port'],
      undefined,
      `service.ports['port-one'].port ${PORT}`,
    ],
    [
      ['service', 'ports', 'port-one', 'protocol'],
      'SCTP',
      "service.ports['port-one'].protocol must be one of TCP, UDP",
    ],
    [['containers'], {}, 'containers must have at least one container'],
    [['containers'], undefined, 'containers is required'],
    [
      [...CONTAINER, 'image'],
      undefined,
      "containers['container-one1'].image is required",
    ],
    [
      [...CONTAINER, 'command'],
      'sh',
      "containers['container-one1'].command must be of type array, not string",
    ],
    [
      [...CONTAINER, 'args', 0],
      1,
      "containers['container-one1'].args[0] must be of type string, not number",
    ],
    [
      [...CONTAINER, 'env'],
      {},
      "containers['container-one1'].env is not a field of score.dev/v1b1 here",
    ],
    [
      [...CONTAINER, 'variables', 'PORT'],
      8080,
      "containers['container-one1'].variables.PORT must be a text, in quotes if need be",
    ],
    [
      [...CONTAINER, 'variables', 'A=B'],
      'x',
      "containers['container-one1'].variables['A=B'] must be a name without '='",
    ],
    [
      [...CONTAINER, 'resources', 'limits', 'cpu'],
      '1 core',
      "containers['container-one1'].resources.limits.cpu must be a number of CPUs in quotes, such as '0.5' or 250m",
    ],
    [
      [...CONTAINER, 'resources', 'requests', 'memory'],
      '1GB',
      "containers['container-one1'].resources.requests.memory must be a number of bytes, such as 512Mi or 2G",
    ],
    [
      [...CONTAINER, 'files', '/my/file', 'content'],
      'too',
      "containers['container-one1'].files['/my/file'] must have one of source, content and binaryContent",
    ],
    [
      [...CONTAINER, 'files', '/my/binary', 'binaryContent'],
      'not base64',
      "containers['container-one1'].files['/my/binary'].binaryContent must be Base64",
    ],
    [
      [...CONTAINER, 'volumes', '/mnt/other', 'source'],
      undefined,
      "containers['container-one1'].volumes['/mnt/other'].source is required",
    ],
    [
      [...CONTAINER, 'livenessProbe'],
      {},
      "containers['container-one1'].livenessProbe must have httpGet, exec or both",
    ],
    [
      [...CONTAINER, 'livenessProbe', 'httpGet', 'path'],
      undefined,
      "containers['container-one1'].livenessProbe.httpGet.path is required",
    ],
    [
      [...CONTAINER, 'readinessProbe', 'httpGet', 'scheme'],
      'https',
      "containers['container-one1'].readinessProbe.httpGet.scheme must be one of HTTP, HTTPS",
    ],
    [
      [...CONTAINER, 'readinessProbe', 'httpGet', 'httpHeaders', 0, 'name'],
      'a b',
      "containers['container-one1'].readinessProbe.httpGet.httpHeaders[0].name must have letters, digits, dashes and underscores only",
    ],
    [
      [...CONTAINER, 'livenessProbe', 'exec', 'command'],
      undefined,
      "containers['container-one1'].livenessProbe.exec.command is required",
    ],
    [
      ['containers', 'container-two2', 'before', 'container-one1', 'ready'],
      'done',
      "containers['container-two2'].before['container-one1'].ready must be one of started, healthy, complete",
    ],
    [
      ['containers', 'container-two2', 'before'],
      { other: { ready: 'started' } },
      "containers['container-two2'].before.other is no container of this workload",
    ],
    [
      [...CONTAINER, 'before'],
      { 'container-two2': { ready: 'started' } },
      "containers['container-one1'].before is a circle: container-one1, container-two2 wait for each other",
    ],
    [
      ['containers', 'container-two2', 'before', 'container-one1', 'ready'],
      'healthy',
      "containers['container-two2'] must have a readinessProbe or livenessProbe, since another container waits until it is healthy",
    ],
    [
      [...RESOURCE, 'type'],
      'a_b',
      "resources['resource-one1'].type must have 2 to 63 letters, digits and dashes, with no dash at its ends",
    ],
    [
      [...RESOURCE, 'type'],
      undefined,
      "resources['resource-one1'].type is required",
    ],
    [
      [...RESOURCE, 'class'],
      'x',
      "resources['resource-one1'].class must have 2 to 63 letters, digits and dashes, with no dash at its ends",
    ],
    [
      [...RESOURCE, 'id'],
      'Shared',
      "resources['resource-one1'].id must have 2 to 63 lower-case letters, digits, dashes and dots between them",
    ],
    [
      [...RESOURCE, 'properties'],
      {},
      "resources['resource-one1'].properties is not a field of score.dev/v1b1 here",
    ],
    [
      [...CONTAINER, 'variables', 'DATA'],
      '${resources.db.host}',
      "containers['container-one1'].variables.DATA has ${resources.db.host}, but there is no resource 'db'",
    ],
    [
      [...CONTAINER, 'variables', 'DATA'],
      '${metadata.version}',
      "containers['container-one1'].variables.DATA has ${metadata.version}, which metadata does not have",
    ],
    [
      [...CONTAINER, 'variables', 'DATA'],
      '${resources.resource-one1}',
      "containers['container-one1'].variables.DATA has ${resources.resource-one1}, which names no output of 'resource-one1'",
    ],
    [
      [...CONTAINER, 'variables', 'DATA'],
      '${HOME}',
      "containers['container-one1'].variables.DATA has ${HOME}, which is neither metadata nor a resource; '$${' is written out",
    ],
    [
      [...RESOURCE, 'params'],
      { a: ['${resources.no.x}'] },
      "resources['resource-one1'].params.a[0] has ${resources.no.x}, but there is no resource 'no'",
    ],
  ])('says what is wrong with %j', (path, value, message) => {
    expect(messagesOf(path, value)).toEqual([message]);
  });

  it('orders a long chain, and refuses more containers than any pod has', () => {
    const chainOf = (count: number) => {
      const names = Array.from(
        { length: count },
        (_, index) => `c${String(index).padStart(3, '0')}`,
      );
      // Each starts before the one whose name comes before its own.
      const containers = names.map((name, index) => [
        name,
        {
          image: 'x',
          before:
            index === 0 ? {} : { [names[index - 1]]: { ready: 'started' } },
        },
      ]);
      const document = {
        apiVersion: 'score.dev/v1b1',
        metadata: { name: 'chain' },
        containers: Object.fromEntries(containers),
      };
      return { names, ...parseScore(stringify(document)) };
    };
    const { names, problems, workload } = chainOf(100);
    expect(problems).toEqual([]);
    expect(
      orderContainers(workload?.containers ?? {}).containers.map(
        ({ name }) => name,
      ),
    ).toEqual(names.toReversed());

    expect(chainOf(101).problems).toMatchObject([
      { message: 'containers must have at most 100 containers' },
    ]);
  });

  it('takes names that every object has for names like any other', () => {
    const { problems, workload } = parseScore(`apiVersion: score.dev/v1b1
metadata: { name: example }
containers:
  constructor: { image: x, before: { app: { ready: started } } }
  app: { image: y }
`);
    expect(problems).toEqual([]);
    expect(
      orderContainers(workload?.containers ?? {}).containers.map(
        ({ name }) => name,
      ),
    ).toEqual(['constructor', 'app']);
  });

  it('says where it is, also what was found later', () => {
    expect(parseScore(FULL.replace('image: .', 'images: .')).problems).toEqual([
      {
        path: "containers['container-two2'].image",
        message: "containers['container-two2'].image is required",
        line: 39,
        column: 3,
      },
      {
        path: "containers['container-two2'].images",
        message:
          "containers['container-two2'].images is not a field of score.dev/v1b1 here",
        line: 40,
        column: 5,
      },
    ]);
    expect(
      parseScore(FULL.replace('resource-one1.host', 'resource-x.host'))
        .problems,
    ).toMatchObject([{ line: 21, column: 7 }]);
  });

  it('knows the outputs of a type where it is told', () => {
    const outputsOf = (type: string) =>
      type === 'Resource-One' ? ['port', 'password'] : undefined;
    expect(parseScore(FULL, { outputsOf }).problems).toMatchObject([
      {
        message:
          "containers['container-one1'].variables.DATA has ${resources.resource-one1.host}, but 'Resource-One' has no output 'host'; it has port, password",
      },
    ]);
  });

  it('takes no placeholder for one where files say so', () => {
    const document = parse(FULL);
    const { files } = document.containers['container-one1'];
    files['/my/other/file'] = { content: '${HOME}', noExpand: true };
    expect(parseScore(stringify(document)).problems).toEqual([]);
  });

  it('refuses an empty file, two documents and what is no YAML', () => {
    expect(parseScore('').problems).toEqual([{ message: 'The file is empty' }]);
    expect(parseScore(`${FULL}---\n${FULL}`).problems).toMatchObject([
      { message: 'A Score file has one document' },
    ]);
    expect(parseScore('a: b: c').problems).toMatchObject([
      { line: 1, column: 4 },
    ]);
  });
});
