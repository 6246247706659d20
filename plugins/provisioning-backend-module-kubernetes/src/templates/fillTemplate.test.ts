import { fillTemplate } from './fillTemplate';

const values = {
  name: 'orders-1a2b3c4d',
  parameters: { instances: 3, note: 'a: b\n---\nkind: Secret' },
};

describe('fillTemplate', () => {
  it('fills in values wherever they stand, as what they are', () => {
    expect(
      fillTemplate(
        {
          metadata: { name: '${name}', labels: { app: 'db-${name}' } },
          spec: { instances: '${parameters.instances}', list: ['${name}', 1] },
        },
        values,
      ),
    ).toEqual({
      metadata: {
        name: 'orders-1a2b3c4d',
        labels: { app: 'db-orders-1a2b3c4d' },
      },
      spec: { instances: 3, list: ['orders-1a2b3c4d', 1] },
    });
  });

  it('lets no value become more than text', () => {
    expect(fillTemplate({ note: 'say ${parameters.note}' }, values)).toEqual({
      note: 'say a: b\n---\nkind: Secret',
    });
  });

  it.each(['${unknown}', '${parameters.size}', '${constructor}', '${}'])(
    'refuses %s',
    text => {
      expect(() => fillTemplate(text, values)).toThrow(/There is no value/);
    },
  );
});
