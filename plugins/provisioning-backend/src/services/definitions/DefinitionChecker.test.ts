import { parseDefinitions } from '@atrium/plugin-provisioning-common';
import {
  BOX_TYPE,
  MEMORY_DRIVER,
  sampleDefinition,
} from '../../__testUtils__/sampleDefinitions';
import { DefinitionChecker } from './DefinitionChecker';

const checker = new DefinitionChecker({ list: () => [MEMORY_DRIVER] });

function check(text: string) {
  const { documents, problems } = checker.check(
    parseDefinitions(text, 'box.yaml').documents,
  );
  return {
    names: documents.map(({ document }) => document.metadata.name),
    problems: problems.map(({ line, column, message }) => [
      line,
      column,
      message,
    ]),
  };
}

const withType = (definition: string) => `${definition}---\n${BOX_TYPE}`;

describe('DefinitionChecker', () => {
  it('takes what the driver can make', () => {
    expect(check(withType(sampleDefinition('any')))).toEqual({
      names: ['any', 'box'],
      problems: [],
    });
  });

  it('refuses a lease that its driver could not suspend, unless it has no grace', () => {
    const { description } = MEMORY_DRIVER;
    const unable = new DefinitionChecker({
      list: () => [{ description: { ...description, hasSuspension: false } }],
    });
    const problemsOf = (lease: string) =>
      unable
        .check(
          parseDefinitions(
            withType(
              sampleDefinition('any').replace(
                'driver: memory',
                `driver: memory\n  lease: ${lease}`,
              ),
            ),
            'box.yaml',
          ).documents,
        )
        .problems.map(({ line, message }) => [line, message]);
    expect(
      problemsOf('{ defaultDays: 5, maximumDays: 9, graceDays: 0 }'),
    ).toEqual([]);
    expect(problemsOf('{ defaultDays: 5, maximumDays: 9 }')).toEqual([
      [
        8,
        "spec.lease.graceDays is 7, but 'memory' cannot take access away while data is kept: set it to 0",
      ],
    ]);
  });

  it.each<[string, string, (number | string)[]]>([
    [
      'driver: memory',
      'driver: disk',
      [
        7,
        3,
        "spec.driver is 'disk', which this portal has no driver for; it has memory",
      ],
    ],
    [
      'size: 5',
      'size: 0',
      [12, 17, 'spec.plans[0].inputs.size must be at least 1'],
    ],
    [
      'size: 5',
      'size: large',
      [12, 17, 'spec.plans[0].inputs.size must be of type integer'],
    ],
    ['{ size: 5 }', '{}', [9, 3, 'spec.inputs.size is required']],
    [
      'shelf: top',
      'shelf: top, door: left',
      [9, 25, 'spec.inputs.door is not a field here'],
    ],
    [
      'plans:',
      'defaults: { colour: green }\n  plans:',
      [10, 15, 'spec.defaults.colour must be one of red, blue'],
    ],
  ])('says where it is wrong: %s → %s', (before, after, problem) => {
    const text = sampleDefinition('any').replace(before, after);
    expect(check(withType(text))).toEqual({
      names: ['box'],
      problems: [problem],
    });
  });

  it('refuses what the driver is not able to', () => {
    const text = sampleDefinition('any').replace(
      'plans:',
      'deletion: snapshot-then-delete\n  plans:',
    );
    const type = BOX_TYPE.replace('colour:', 'shape: {}\n      colour:');
    expect(check(`${text}---\n${type}`).problems).toEqual([
      [
        7,
        3,
        "spec.driver is 'memory', which does not take shape of the type 'box'",
      ],
      [
        10,
        3,
        "spec.deletion is 'snapshot-then-delete', but 'memory' makes no snapshots",
      ],
    ]);
  });

  it('takes all parameters of the type where the driver does', () => {
    const { description } = MEMORY_DRIVER;
    const open = new DefinitionChecker({
      list: () => [
        {
          description: {
            ...description,
            parameters: {
              type: 'object',
              properties: {},
              additionalProperties: true,
            },
          },
        },
      ],
    });
    const type = BOX_TYPE.replace('colour:', 'shape: {}\n      colour:');
    const text = `${sampleDefinition('any')}---\n${type}`;
    const { documents } = parseDefinitions(text, 'box.yaml');
    expect(open.check(documents).problems).toEqual([]);
  });

  it('refuses a driver that does not make the type', () => {
    const text = `${sampleDefinition('any').replace(
      'type: box',
      'type: bag',
    )}---
${BOX_TYPE.replace('name: box', 'name: bag')}`;
    expect(check(text)).toEqual({
      names: ['bag'],
      problems: [
        [7, 3, "spec.driver is 'memory', which does not make 'bag' but box"],
      ],
    });
  });

  it.each<[string, string, (number | string)[]]>([
    [
      'type: string, enum',
      'type: text, enum',
      [
        8,
        17,
        'spec.parameters.properties.colour.type must be one of array, boolean, integer, null, number, object, string',
      ],
    ],
    [
      'enum: [red, blue]',
      'colour: dark',
      [
        6,
        3,
        'spec.parameters is no usable JSON Schema: strict mode: unknown keyword: "colour"',
      ],
    ],
  ])(
    'refuses a type whose schema is none: %s → %s',
    (before, after, problem) => {
      expect(check(BOX_TYPE.replace(before, after))).toEqual({
        names: [],
        problems: [problem],
      });
    },
  );
});
