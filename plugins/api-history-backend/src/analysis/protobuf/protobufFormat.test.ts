import { changesOf } from '../../__testUtils__/changesOf';
import { protobufFormat } from './protobufFormat';

function file(body: string): string {
  return `syntax = "proto3"; package acme.ledger.v1; ${body}`;
}

async function compare(before: string, after: string): Promise<string[]> {
  const summary = await protobufFormat.compare?.({
    before: protobufFormat.read(file(before)).content,
    after: protobufFormat.read(file(after)).content,
  });
  return summary ? changesOf(summary) : [];
}

/** [what, before, after, changes] */
const rules: [string, string, string, string[]][] = [
  [
    'a removed service',
    'service A { rpc Get (M) returns (M); } message M {}',
    'message M {}',
    ['breaking service-removed @ A'],
  ],
  [
    'a removed and a new method',
    'service A { rpc Get (M) returns (M); } message M {}',
    'service A { rpc Put (M) returns (M); } message M {}',
    ['breaking method-removed @ A.Get', 'compatible method-added @ A.Put'],
  ],
  [
    'an answer that becomes a stream',
    'service A { rpc Get (M) returns (M); } message M {}',
    'service A { rpc Get (M) returns (stream M); } message M {}',
    ['breaking method-response-changed response @ A.Get'],
  ],
  [
    'a request named with its package',
    'service A { rpc Get (M) returns (M); } message M {}',
    'service A { rpc Get (.acme.ledger.v1.M) returns (M); } message M {}',
    [],
  ],
  ['a removed message', 'message M {}', '', ['breaking message-removed @ M']],
  [
    'a removed and a new field',
    'message M { string a = 1; }',
    'message M { string b = 2; }',
    ['breaking field-removed M.a @ M', 'compatible field-added M.b @ M'],
  ],
  [
    'a renamed field',
    'message M { string a = 1; }',
    'message M { string b = 1; }',
    ['risky field-renamed M.b @ M'],
  ],
  [
    'another number of a field',
    'message M { string a = 1; }',
    'message M { string a = 2; }',
    ['breaking field-removed M.a @ M', 'compatible field-added M.a @ M'],
  ],
  [
    'another type of a field',
    'message M { string a = 1; int32 b = 2; }',
    'message M { int32 a = 1; int64 b = 2; }',
    ['breaking field-type-changed M.a @ M', 'risky field-type-changed M.b @ M'],
  ],
  [
    'a field that becomes a list',
    'message M { string a = 1; }',
    'message M { repeated string a = 1; }',
    ['breaking field-label-changed M.a @ M'],
  ],
  [
    'a field that may be absent',
    'message M { string a = 1; }',
    'message M { optional string a = 1; }',
    [],
  ],
  [
    'a field that moves into a oneof',
    'message M { string a = 1; }',
    'message M { oneof choice { string a = 1; } }',
    ['breaking field-oneof-changed M.a @ M'],
  ],
  [
    'values of an enum, also inside a message',
    'message M { enum E { X = 0; Y = 1; Z = 2; } }',
    'message M { enum E { X = 0; Y = 3; W = 4; } }',
    [
      'breaking enum-value-changed M.E.Y @ M.E',
      'breaking enum-value-removed M.E.Z @ M.E',
      'risky enum-value-added M.E.W @ M.E',
    ],
  ],
  [
    'a field that takes a reserved number',
    'message M { reserved 2, 4 to 6; string a = 1; }',
    'message M { reserved 4, 6; string a = 1; string b = 2; string c = 5; }',
    [
      'breaking field-number-reused M.b @ M',
      'breaking field-number-reused M.c @ M',
    ],
  ],
  [
    'numbers and names that are no longer reserved',
    'message M { reserved 2 to 9, 20 to max; reserved "x", "y"; }',
    'message M { reserved 4 to 5, 20 to max; reserved "y"; string b = 3; }',
    ['breaking field-number-reused M.b @ M', 'risky reservation-removed @ M'],
  ],
  [
    'reserved numbers in other words',
    'message M { reserved 2 to 4; }',
    'message M { reserved 2, 3; reserved 4; }',
    [],
  ],
  [
    'values of an enum that take reserved numbers',
    'enum E { reserved 1, 2; A = 0; }',
    'enum E { A = 0; B = 1; C = 3; }',
    [
      'breaking enum-number-reused E.B @ E',
      'risky enum-value-added E.C @ E',
      'risky reservation-removed @ E',
    ],
  ],
  [
    'another name of a field in JSON',
    'message M { string user_id = 1; string b = 2; }',
    'message M { string user_id = 1 [json_name = "userId"]; string b = 2 [json_name = "c"]; }',
    ['risky field-json-name-changed M.b @ M'],
  ],
  [
    'the same types written in other words',
    'message M { message N {} N n = 1; O o = 2; map<string, O> p = 3; } message O {} service A { rpc Get (M.N) returns (O); }',
    'message M { message N {} M.N n = 1; v1.O o = 2; map<string, ledger.v1.O> p = 3; } message O {} service A { rpc Get (v1.M.N) returns (acme.ledger.v1.O); }',
    [],
  ],
  [
    'another type that is called alike',
    'message M { message N {} N n = 1; } message N {}',
    'message M { N n = 1; } message N {}',
    ['breaking message-removed @ M.N', 'breaking field-type-changed M.n @ M'],
  ],
];

describe('Protocol Buffers', () => {
  it.each(rules)('tells %s', async (_, before, after, changes) => {
    expect(await compare(before, after)).toEqual(changes);
  });

  it.each([
    ['syntax = "proto2"', 'optional string a = 1', 'required string a = 1'],
    [
      'edition = "2023"',
      'string a = 1',
      'string a = 1 [features.field_presence = LEGACY_REQUIRED]',
    ],
  ])('knows a field that is required, with %s', async (syntax, one, other) => {
    const compareFields = async (before: string, after: string) => {
      const read = (field: string) =>
        protobufFormat.read(`${syntax}; message M { ${field}; }`).content;
      const summary = await protobufFormat.compare?.({
        before: read(before),
        after: read(after),
      });
      return summary && changesOf(summary);
    };

    expect(await compareFields(one, other)).toEqual([
      'breaking field-label-changed M.a @ M',
    ]);
    expect(await compareFields(other, one)).toEqual([
      'breaking field-label-changed M.a @ M',
    ]);
    expect(await compareFields('reserved 2', `reserved 2; ${other}`)).toEqual([
      'breaking field-required M.a @ M',
    ]);
  });

  it('warns when the number of a removed field is free', async () => {
    const read = (body: string) => protobufFormat.read(file(body)).content;
    const messages = async (after: string) =>
      (
        await protobufFormat.compare?.({
          before: read('message M { string a = 1; }'),
          after: read(after),
        })
      )?.changes.map(({ message }) => message);

    expect(await messages('message M {}')).toEqual([
      "The field 'a' was removed. Its number 1 is not reserved, so another field may take it.",
    ]);
    expect(await messages('message M { reserved 1; }')).toEqual([
      "The field 'a' was removed.",
    ]);
  });

  it('names what is no longer reserved', async () => {
    const read = (body: string) => protobufFormat.read(file(body)).content;
    const summary = await protobufFormat.compare?.({
      before: read('message M { reserved 2 to 9, 20 to max; reserved "x"; }'),
      after: read('message M { reserved 4, 5, 30 to 40; string b = 3; }'),
    });

    expect(summary?.changes.at(-1)).toMatchObject({
      message:
        "No longer reserved are 2, 6 to 9, 20 to 29, 41 to 536870911, 'x', so others may take them.",
      before: "2, 6 to 9, 20 to 29, 41 to 536870911, 'x'",
    });
  });

  it('tells another package', async () => {
    const of = (name: string) =>
      protobufFormat.read(`syntax = "proto3"; package ${name};`).content;
    const summary = await protobufFormat.compare?.({
      before: of('a.v1'),
      after: of('a.v2'),
    });
    expect(summary && changesOf(summary)).toEqual(['breaking package-changed']);
  });

  it('takes its version from the package, and knows it again with comments', () => {
    const read = protobufFormat.read(file('message M { string a = 1; }'));
    expect(read.version).toBe('v1');
    expect(read.contentHash).toBe(
      protobufFormat.read(
        file('\n// What we send\nmessage M {\n  /* Name */ string a = 1;\n}'),
      ).contentHash,
    );
  });

  it.each([
    ['syntax = "proto3";\n\nmessage M { string a = ; }', "illegal id ';'", 3],
    ['syntax = "proto3";\nmessage M {', 'The file ends too early', 2],
  ])('says on which line %j is wrong', (text, message, line) => {
    expect(() => protobufFormat.read(text)).toThrow(
      expect.objectContaining({ name: 'UnreadableDefinition', message, line }),
    );
  });
});
