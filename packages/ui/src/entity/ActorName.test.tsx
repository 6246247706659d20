import { render } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { ActorName, ByActor } from './ActorName';

const forEntity = jest.fn((entityRef: unknown) => {
  const snapshot = {
    entityRef: String(entityRef),
    primaryTitle: 'Priya Natarajan',
  };
  return { snapshot, promise: Promise.resolve(snapshot) };
});

const renderActor = (element: JSX.Element) =>
  render(
    <TestApiProvider apis={[[entityPresentationApiRef, { forEntity }]]}>
      {element}
    </TestApiProvider>,
  ).container;

beforeEach(() => forEntity.mockClear());

it('calls who did something by their name in the catalog', () => {
  expect(renderActor(<ByActor actor="payments-dev" />)).toHaveTextContent(
    'by Priya Natarajan',
  );
  expect(forEntity.mock.calls[0][0]).toBe('user:default/payments-dev');
});

it('leaves what no user can be called as it is', () => {
  const container = renderActor(<ActorName actor="dependabot[bot]" />);
  expect(container).toHaveTextContent('dependabot[bot]');
  expect(forEntity).not.toHaveBeenCalled();
});

it('says nothing where nobody is named', () => {
  expect(renderActor(<ByActor />)).toBeEmptyDOMElement();
});
