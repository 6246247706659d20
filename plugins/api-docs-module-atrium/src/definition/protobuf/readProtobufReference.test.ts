import { readProtobufReference } from './readProtobufReference';

const ledger = `syntax = "proto3";

package acme.ledger.v1;

import "google/protobuf/timestamp.proto";

// Keeps the books.
service LedgerService {
  // Books an entry.
  rpc PostEntry(Entry) returns (Entry);
  rpc Export(stream Period) returns (stream Entry) {
    option deprecated = true;
  }
}

message Entry {
  message Line {
    // Always positive.
    int64 amount = 1;
  }
  string id = 1;
  repeated Line lines = 2;
  map<string, Side> sides = 3;
  optional google.protobuf.Timestamp booked_at = 4;
  oneof reason {
    string note = 5 [deprecated = true];
    Period period = 6;
  }
}

message Period {}

enum Side {
  SIDE_UNSPECIFIED = 0;
  // Money goes in.
  SIDE_DEBIT = 1;
}
`;

function read(text: string) {
  const result = readProtobufReference(text);
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return result.value;
}

describe('readProtobufReference', () => {
  it('lists services, messages and enums with where they are', () => {
    const reference = read(ledger);
    expect(reference.summary).toBe('proto3, package acme.ledger.v1');
    expect(
      reference.groups.map(({ title, entries }) => [
        title,
        entries.map(({ id, kind, line }) => ({ id, kind, line })),
      ]),
    ).toEqual([
      ['Services', [{ id: 'LedgerService', kind: 'service', line: 8 }]],
      [
        'Messages',
        [
          { id: 'Entry', kind: 'message', line: 16 },
          { id: 'Entry.Line', kind: 'message', line: 17 },
          { id: 'Period', kind: 'message', line: 31 },
        ],
      ],
      ['Enums', [{ id: 'Side', kind: 'enum', line: 33 }]],
    ]);
  });

  it('writes methods with links to their messages', () => {
    const [service] = read(ledger).groups[0].entries;
    expect(service.description).toBe('Keeps the books.');
    expect(service.members).toEqual([
      {
        id: 'LedgerService.PostEntry',
        name: 'PostEntry',
        type: [
          '(',
          { text: 'Entry', entryId: 'Entry' },
          ') returns (',
          { text: 'Entry', entryId: 'Entry' },
          ')',
        ],
        description: 'Books an entry.',
        isDeprecated: false,
        line: 10,
      },
      {
        id: 'LedgerService.Export',
        name: 'Export',
        type: [
          '(stream ',
          { text: 'Period', entryId: 'Period' },
          ') returns (stream ',
          { text: 'Entry', entryId: 'Entry' },
          ')',
        ],
        description: undefined,
        isDeprecated: true,
        line: 11,
      },
    ]);
  });

  it('writes fields and values with their numbers', () => {
    const { groups } = read(ledger);
    const fields = groups[1].entries[0].members;
    expect(
      fields.map(({ name, number, type, line, isDeprecated }) => [
        name,
        number,
        type
          .map(part => (typeof part === 'string' ? part : part.text))
          .join(''),
        line,
        isDeprecated,
      ]),
    ).toEqual([
      ['id', 1, 'string', 21, false],
      ['lines', 2, 'repeated Line', 22, false],
      ['sides', 3, 'map<string, Side>', 23, false],
      ['booked_at', 4, 'optional google.protobuf.Timestamp', 24, false],
      ['note', 5, 'one of reason: string', 26, true],
      ['period', 6, 'one of reason: Period', 27, false],
    ]);
    expect(groups[2].entries[0].members[1]).toMatchObject({
      id: 'Side.SIDE_DEBIT',
      number: 1,
      description: 'Money goes in.',
      line: 36,
    });
  });

  it('reads proto2 and editions', () => {
    const old = read('message A { required string b = 1; }');
    expect(old.summary).toBe('proto2');
    expect(old.groups[0].entries[0].members[0].type).toEqual([
      'required ',
      'string',
    ]);
    expect(read('edition = "2023"; package a; message A {}').summary).toBe(
      'edition 2023, package a',
    );
  });

  it('counts lines behind comments of several lines', () => {
    const text = ledger.replace(
      '// Keeps the books.',
      '// Keeps\n// the\n// books.',
    );
    expect(
      readProtobufReference(text.replace('string id = 1', 'string id')),
    ).toEqual({
      ok: false,
      problem: { message: "illegal token ';', '=' expected", line: 23 },
    });
  });

  it.each([
    [
      ledger.replace('rpc PostEntry(', 'rpc PostEntry['),
      10,
      /illegal token '\['/,
    ],
    [ledger.replace('amount = 1;', 'amount;'), 19, /illegal token ';'/],
  ])('says where a file is wrong (%#)', (text, line, message) => {
    const result = readProtobufReference(text);
    expect(result).toMatchObject({ ok: false, problem: { line } });
    expect(!result.ok && result.problem.message).toMatch(message);
  });
});
