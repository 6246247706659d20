import { greeting } from './greeting';

describe('greeting', () => {
  it.each([
    [4, 'Good evening'],
    [5, 'Good morning'],
    [11, 'Good morning'],
    [12, 'Good afternoon'],
    [17, 'Good afternoon'],
    [18, 'Good evening'],
    [23, 'Good evening'],
  ])('at %i says %s', (hour, expected) => {
    expect(greeting(hour)).toBe(expected);
  });

  it('names the person when the name is known', () => {
    expect(greeting(9, 'Priya')).toBe('Good morning, Priya');
  });
});
