import { eventually } from './eventually';

describe('eventually', () => {
  it('reads until the answer is as it should be', async () => {
    const answers = [undefined, 1, 2, 3];
    const read = jest.fn(() => answers.shift());
    expect(await eventually(read)).toBe(1);
    expect(await eventually(read, answer => answer === 3)).toBe(3);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('passes on what a read throws', async () => {
    await expect(
      eventually(() => Promise.reject(new Error('It is gone'))),
    ).rejects.toThrow('It is gone');
  });
});
