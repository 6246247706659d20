import { sampleReading, sampleRow } from '../__testUtils__/sampleWorkloads';
import { readAllWorkloads } from './readAllWorkloads';

const clusters = [sampleReading()];
const pageOf = (id: string, nextCursor?: string) => ({
  items: [sampleRow({ id })],
  totalItems: 3,
  clusters,
  nextCursor,
});

describe('readAllWorkloads', () => {
  const getWorkloads = jest.fn();
  const api = {
    getWorkloads,
    getEntityWorkloads: jest.fn(),
    getSummary: jest.fn(),
    restart: jest.fn(),
    deletePod: jest.fn(),
  };

  beforeEach(() => {
    getWorkloads
      .mockReset()
      .mockResolvedValueOnce(pageOf('a', 'to-b'))
      .mockResolvedValueOnce(pageOf('b', 'to-c'))
      .mockResolvedValueOnce(pageOf('c'));
  });

  it('follows the cursor to the end', async () => {
    const { items } = await readAllWorkloads(api, { cluster: 'acme' });
    expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(getWorkloads).toHaveBeenLastCalledWith({
      cluster: 'acme',
      limit: 200,
      cursor: 'to-c',
    });
  });

  it('stops where there is enough, and still tells how many there are', async () => {
    const { items, totalItems } = await readAllWorkloads(api, {}, 2);
    expect(items).toHaveLength(2);
    expect(totalItems).toBe(3);
  });
});
