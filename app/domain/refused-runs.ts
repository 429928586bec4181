/**
 * Places in a long list, in few numbers: how many are passed, how many are meant, how many are passed again, and so on.
 * Ten thousand neighbours are two numbers.
 */
export type Runs = readonly number[];

/** @param places counted from 0, ascending */
export function runsOf(places: readonly number[]): number[] {
  const runs: number[] = [];
  let next = 0;
  for (const place of places) {
    if (place === next && runs.length > 0) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(place - next, 1);
    next = place + 1;
  }
  return runs;
}

/** @param most so many places are in the list: what lies beyond them is left out */
export function placesOf(runs: Runs, most: number): number[] {
  const places: number[] = [];
  let next = 0;
  runs.forEach((length, index) => {
    const end = Math.min(most, next + length);
    if (index % 2 === 1) for (let place = next; place < end; place += 1) places.push(place);
    next = end;
  });
  return places;
}
