/** The words of the home page's title; `hour` is the person's own, 0 to 23. */
export function greeting(hour: number, firstName?: string): string {
  const dayPart =
    hour >= 5 && hour < 12
      ? 'Good morning'
      : hour >= 12 && hour < 18
      ? 'Good afternoon'
      : 'Good evening';
  return firstName ? `${dayPart}, ${firstName}` : dayPart;
}
