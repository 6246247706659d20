import { fingerprintOf, type HashedPlan, hashPlan } from './hashPlan';

const plan: HashedPlan = {
  definitionHash: 'd1',
  plan: 'small',
  inputs: { server: 'shared', limits: { connections: 5 } },
  parameters: { extensions: ['pgcrypto'] },
  environment: 'dev',
  ownerRef: 'group:default/team-payments',
  entityRef: 'component:default/payment-service',
  leaseDays: 30,
  monthlyPrice: { amount: '12.50', currency: 'USD' },
};

describe('hashPlan', () => {
  it('is the same for the same plan, in whatever order it was written', () => {
    const { inputs, ...rest } = plan;
    expect(
      hashPlan({
        inputs: { limits: { connections: 5 }, server: 'shared' },
        ...rest,
      }),
    ).toBe(hashPlan(plan));
    expect(inputs).toEqual(plan.inputs);
  });

  it.each<Partial<HashedPlan>>([
    { definitionHash: 'd2' },
    { plan: 'large' },
    { inputs: { server: 'other' } },
    { parameters: { extensions: ['pgcrypto', 'hstore'] } },
    { environment: 'production' },
    { ownerRef: 'group:default/team-storefront' },
    { entityRef: undefined },
    { leaseDays: 31 },
    { monthlyPrice: { amount: '12.51', currency: 'USD' } },
    { monthlyPrice: undefined },
  ])('is another with %j', change => {
    expect(hashPlan({ ...plan, ...change })).not.toBe(hashPlan(plan));
  });
});

describe('fingerprintOf', () => {
  it('fits into a label of Kubernetes and knows inputs from parameters', () => {
    const one = fingerprintOf({ inputs: { a: 1 }, parameters: {} });
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf({ inputs: {}, parameters: { a: 1 } })).not.toBe(one);
  });
});
