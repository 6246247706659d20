import { hasSeveralServices } from './hasSeveralServices';

const places = (...all: string[]) =>
  all.map(place => {
    const [environment, service, entityRef] = place.split(' ');
    return { environment, service, entityRef };
  });

describe('hasSeveralServices', () => {
  it.each([
    ['nothing is deployed', [], false],
    ['one service is everywhere', ['staging api', 'production api'], false],
    ['it has a name in each', ['staging api-stg', 'production api-prd'], false],
    ['it was deployed twice', ['staging api', 'staging api'], false],
    ['two components have one each', ['staging api a', 'staging web b'], false],
    ['one has two', ['staging api', 'production worker', 'staging web'], true],
  ])('looks at each environment: %s', (_, all, expected) => {
    expect(hasSeveralServices(places(...all))).toBe(expected);
  });
});
