import type { PlannedResource } from './ResourceProposal';
import { findMoveProblem } from './findMoveProblem';

const current = {
  name: 'ledger',
  driver: 'memory',
  inputs: { shelf: 'top', size: 1 },
};

function find(driver: string, inputs: PlannedResource['inputs']) {
  return findMoveProblem(
    current,
    {
      definition: {
        apiVersion: 'atrium.dev/v1',
        kind: 'ResourceDefinition',
        metadata: { name: 'box-dev' },
        spec: {
          type: 'box',
          driver,
          match: {},
          approval: { required: false },
          inputs: {},
          defaults: {},
          plans: [{ name: 'small', inputs: {} }],
          defaultPlan: 'small',
          deletion: 'delete',
        },
      },
      inputs,
    },
    { describeLocation: ({ shelf }) => `shelf ${shelf}` },
  );
}

describe('findMoveProblem', () => {
  it('lets a resource change where it is', () => {
    expect(find('memory', { shelf: 'top', size: 10 })).toBeUndefined();
  });

  it('refuses another place, and says what to do', () => {
    expect(find('memory', { shelf: 'cellar', size: 1 })).toMatchObject({
      field: 'definition',
      isConflict: true,
      message:
        "'ledger' cannot be moved from shelf top to shelf cellar: request a new one and delete this one, or ask the platform team to change 'box-dev' back",
    });
  });

  it('refuses another driver, even where it works in the same place', () => {
    expect(find('other', current.inputs)).toMatchObject({
      field: 'definition',
      isConflict: true,
      message:
        "'ledger' was made by the driver 'memory', and 'other' does not know it: request a new one and delete this one, or ask the platform team to change 'box-dev' back",
    });
  });
});
