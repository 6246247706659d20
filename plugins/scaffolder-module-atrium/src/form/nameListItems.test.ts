import { nameListItems } from './nameListItems';

it('calls items of lists as the lists, wherever these are', () => {
  const schema = {
    properties: {
      name: { type: 'string' },
      tags: { title: 'Tags', type: 'array', items: { type: 'string' } },
      named: { type: 'array', items: { type: 'string', title: 'Mine' } },
    },
    then: { properties: { ports: { type: 'array', items: {} } } },
  };
  expect(nameListItems(schema)).toEqual({
    properties: {
      name: { type: 'string' },
      tags: {
        title: 'Tags',
        type: 'array',
        items: { type: 'string', title: 'Tags' },
      },
      named: { type: 'array', items: { type: 'string', title: 'Mine' } },
    },
    then: {
      properties: { ports: { type: 'array', items: { title: 'ports' } } },
    },
  });
});
