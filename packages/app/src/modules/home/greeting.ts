/** The words of the home page's title; `hour` is the person's own, 0 to 23. */
export function greeting(hour: number, firstName?: string): string {
  const words = `Good ${dayPart(hour)}`;
  return firstName ? `${words}, ${firstName}` : words;
}

function dayPart(hour: number) {
  if (hour >= 5 && hour < 12) {
    return 'morning';
  }
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
