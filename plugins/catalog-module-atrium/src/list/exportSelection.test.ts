import type { EntityListQuery } from '@atrium/plugin-entity-summary-common';
import { paymentRow } from '../__testUtils__/sampleRows';
import { exportSelection } from './exportSelection';

/** What the backend answers: headings, and what was asked for. */
function createExport() {
  const asked: number[] = [];
  const exportList = async ({ entityRef = [] }: EntityListQuery) => {
    const refs = [entityRef].flat();
    asked.push(refs.length);
    return new Blob(['entity,name\r\n', ...refs.map(ref => `${ref},\r\n`)]);
  };
  return { asked, exportList };
}

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const name = `service-${String(index).padStart(3, '0')}`;
    return { ...paymentRow, name, entityRef: `component:default/${name}` };
  });

describe('exportSelection', () => {
  it.each([
    [1, [1]],
    [100, [100]],
    [201, [100, 100, 1]],
  ])(
    'writes %i rows to one file with one line of headings',
    async (count, asks) => {
      const { asked, exportList } = createExport();
      const file = await exportSelection(rowsOf(count).reverse(), exportList);
      const [headings, ...lines] = (await file.text()).split('\r\n');
      expect(asked).toEqual(asks);
      expect(headings).toBe('entity,name');
      expect(lines).toEqual([
        ...rowsOf(count).map(({ entityRef }) => `${entityRef},`),
        '',
      ]);
    },
  );
});
