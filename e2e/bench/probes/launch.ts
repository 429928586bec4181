import { FIGURES } from '../goals.ts';
import type { Finding } from '../measurement.ts';
import type { Side } from '../side.ts';

/** From the moment in which the process was asked for to the frames that showed the first and the last rows. */
export async function probeLaunch(side: Side, profilePath: string | null): Promise<readonly Finding[]> {
  const { pageBegan, firstRows, wholeList } = await side.timeLaunch(profilePath);
  return [
    { figure: FIGURES.pageBegan, unit: 'ms', values: [pageBegan] },
    { figure: FIGURES.firstRows, unit: 'ms', values: [firstRows] },
    { figure: FIGURES.wholeList, unit: 'ms', values: [wholeList] },
  ];
}
