import { problemsOfChange } from './problemsOfChange';
import { readOpenSloFile } from './resolveOpenSlo';

const INDICATOR = `apiVersion: openslo/v1
kind: SLI
metadata: { name: requests }
spec:
  ratioMetric:
    good: { metricSource: { type: push, spec: { series: a } } }
    total: { metricSource: { type: push, spec: { series: a } } }
`;
const SLO = `apiVersion: openslo/v1
kind: SLO
metadata: { name: good }
spec:
  service: shop
  indicatorRef: requests
  budgetingMethod: Occurrences
  objectives: [{ target: 0.9 }]
`;
const WRONG = SLO.replace('good', 'wrong').replace('0.9', '90');
const BROKEN = 'kind: [SLO\n';
const file = [INDICATOR, WRONG, BROKEN, SLO].join('---\n');

function split(before: string, after: string) {
  const check = (text: string) => ({
    text,
    problems: readOpenSloFile(text).problems,
  });
  const { own, earlier } = problemsOfChange(check(before), check(after));
  return [own, earlier].map(all => all.map(({ line }) => line));
}

it('does not blame a change for what was wrong beside it', () => {
  // The target of the one, and the line by which the list of the other has no end.
  expect(split(file, file.replace('name: good', 'name: better'))).toEqual([
    [],
    [16, 19],
  ]);
});

it('blames a change for what it leaves wrong in what it touches', () => {
  expect(split(file, file.replace('target: 90', 'target: 80'))).toEqual([
    [16],
    [19],
  ]);
  expect(split(file, file.replace('0.9 ', '9 '))).toEqual([[27], [16, 19]]);
});

it('blames a change for what it breaks in what it does not touch', () => {
  expect(split(file, file.replace('name: requests', 'name: other'))).toEqual([
    [25],
    [16, 19],
  ]);
});

it('blames a change for an empty file', () => {
  expect(split(file, '')).toEqual([[undefined], []]);
});
