import { curveThrough } from './curveThrough';

describe('curveThrough', () => {
  it('is level at each point', () => {
    expect(
      curveThrough([
        { x: 0, y: 0 },
        { x: 60, y: 40 },
        { x: 160, y: 40 },
        { x: 220, y: 100 },
      ]),
    ).toEqual({
      path: 'M0,0C30,0 30,40 60,40C110,40 110,40 160,40C190,40 190,100 220,100',
      middle: { x: 110, y: 40 },
    });
  });

  it('leads back as well', () => {
    expect(
      curveThrough([
        { x: 100, y: 0 },
        { x: 0, y: 50 },
      ]),
    ).toEqual({ path: 'M100,0C50,0 50,50 0,50', middle: { x: 50, y: 25 } });
  });

  it('is nothing without points', () => {
    expect(curveThrough([]).path).toBe('');
  });
});
