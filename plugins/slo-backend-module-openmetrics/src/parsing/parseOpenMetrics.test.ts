import { parseOpenMetrics } from './parseOpenMetrics';

function parse(text: string, options = { hasEnd: true }) {
  const names = new Set([
    'foo_total',
    'foo_created',
    'foo_bucket',
    'foo_count',
    'go_goroutines',
    'msdos_file_access_time_seconds',
  ]);
  return parseOpenMetrics(text, { ...options, names }).map(
    ({ name, labels, value }) => [name, { ...labels }, value],
  );
}

// The examples of the OpenMetrics specification 1.0.
describe('parseOpenMetrics', () => {
  it('reads counters with timestamps, created and exemplars', () => {
    expect(
      parse(
        [
          '# TYPE acme_http_router_request_seconds summary',
          '# UNIT acme_http_router_request_seconds seconds',
          'acme_http_router_request_seconds_sum{path="/api/v1",method="GET"} 9036.32',
          '# TYPE go_goroutines gauge',
          '# HELP go_goroutines Number of goroutines that currently exist.',
          'go_goroutines 69',
          '# TYPE foo counter',
          'foo_total 17.0 1520879607.789',
          'foo_created 1520872607.123',
          'foo_total{a="b"} 1e+20 # {trace_id="KOO5S4vxi0o"} 0.67',
          '# EOF',
          '',
        ].join('\n'),
      ),
    ).toEqual([
      ['go_goroutines', {}, 69],
      ['foo_total', {}, 17],
      ['foo_created', {}, 1520872607.123],
      ['foo_total', { a: 'b' }, 1e20],
    ]);
  });

  it('reads histograms', () => {
    expect(
      parse(
        [
          '# TYPE foo histogram',
          'foo_bucket{le="0.01"} 0',
          'foo_bucket{le="0.1"} 8 # {} 0.054',
          'foo_bucket{le="10.0"} 17 # {trace_id="oHg5SJYRHA0"} 9.8 1520879607.789',
          'foo_bucket{le="+Inf"} 17',
          'foo_count 17',
          'foo_sum 324789.3',
          '# EOF',
        ].join('\n'),
      ).map(([, labels, value]) => [labels, value]),
    ).toEqual([
      [{ le: '0.01' }, 0],
      [{ le: '0.1' }, 8],
      [{ le: '10.0' }, 17],
      [{ le: '+Inf' }, 17],
      [{}, 17],
    ]);
  });

  it('reads the older format of Prometheus, escapes and odd values', () => {
    expect(
      parse(
        [
          '# A comment.',
          '',
          'msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\"",} 1.458255915e9',
          'go_goroutines { constructor = "x" , __proto__="y"} -Inf',
          'go_goroutines{a="}",b="# {"} NaN 1395066363000',
        ]
          .join('\n')
          .replace('go_goroutines {', 'go_goroutines{'),
        { hasEnd: false },
      ),
    ).toEqual([
      [
        'msdos_file_access_time_seconds',
        {
          path: 'C:\\DIR\\FILE.TXT',
          error: 'Cannot find file:\n"FILE.TXT"',
        },
        1.458255915e9,
      ],
      [
        'go_goroutines',
        Object.fromEntries([
          ['constructor', 'x'],
          ['__proto__', 'y'],
        ]),
        -Infinity,
      ],
      ['go_goroutines', { a: '}', b: '# {' }, NaN],
    ]);
  });

  it.each([
    ['foo_total 1', "The text is cut off: it has no '# EOF'"],
    ['# EOF\nfoo_total 1', "Line 2 comes after '# EOF'"],
    ['foo_total one\n# EOF', "Line 1 is not a sample: 'foo_total one'"],
    ['foo_total\n# EOF', "Line 1 is not a sample: 'foo_total'"],
    ['foo_total 0x10\n# EOF', "Line 1 is not a sample: 'foo_total 0x10'"],
    [
      'foo_total{a="1",a="2"} 1\n# EOF',
      'Line 1 is not a sample: \'foo_total{a="1",a="2"} 1\'',
    ],
    [
      'foo_total{a="1} 1\n# EOF',
      "Line 1 is not a sample: 'foo_total{a=\"1} 1'",
    ],
    ['<html>\n# EOF', "Line 1 is not a sample: '<html>'"],
    // Of 80 the last one would be half a character.
    [
      `<${'x'.repeat(78)}😀>\n# EOF`,
      `Line 1 is not a sample: '<${'x'.repeat(78)}'`,
    ],
  ])('refuses %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it('reads a large exposition in time that grows with its length', () => {
    const line = `foo_total{a="${'\\\\'.repeat(200)}"} 1\n`;
    const before = process.threadCpuUsage();
    expect(parse(`${line.repeat(5_000)}# EOF\n`)).toHaveLength(5_000);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
});
