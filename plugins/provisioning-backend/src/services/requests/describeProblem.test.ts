import { refuseProblems } from './RequestContext';
import { toProblem } from './describeProblem';
import { words } from '../../provisioningWords';

const plan = toProblem(
  'plan',
  words.describe('provisioning.problem.oneOf', { names: "'small'" }),
);
const soldOut = { field: 'parameters.colour', message: 'blue is sold out' };
const taken = toProblem(
  'name',
  words.describe('provisioning.refusal.nameTaken', {
    name: 'ledger',
    environment: 'dev',
  }),
  { isConflict: true },
);

function refusalOf(problems: Parameters<typeof refuseProblems>[0]) {
  try {
    refuseProblems(problems);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('refuseProblems', () => {
  it('lets pass what has none', () => {
    expect(refusalOf([])).toBeUndefined();
  });

  it('names each field, and what the sentence is made of', () => {
    expect(refusalOf([plan, soldOut])).toMatchObject({
      name: 'InputError',
      message:
        "Invalid input: 'plan': must be one of 'small'; 'parameters.colour': blue is sold out",
      messages: { message: [{ key: 'provisioning.refusal.invalid' }] },
    });
  });

  it('is a conflict where only something else is in the way', () => {
    expect(refusalOf([taken])).toMatchObject({
      name: 'ConflictError',
      message: "'name': 'ledger' is there already in 'dev'",
    });
    expect(refusalOf([taken, plan])).toMatchObject({ name: 'InputError' });
  });
});
