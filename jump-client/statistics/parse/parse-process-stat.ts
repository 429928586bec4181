/** From /proc/PID/stat. */
export type ProcessStat = {
  processId: number;
  name: string;
  /** The process whose terminal session this one belongs to. */
  sessionLeaderId: number;
  cpuTicks: number;
  residentPages: number;
};

/** @returns null when the text is not such a line (the process has just ended) */
export function parseProcessStat(text: string): ProcessStat | null {
  // The name stands in parentheses and may hold blanks and parentheses itself.
  const match = /^(\d+) \((.*)\) (\S .*)$/s.exec(text.trimEnd());
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return null;
  const fields = match[3].split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return {
    processId: Number(match[1]),
    name: match[2],
    sessionLeaderId: field(6),
    cpuTicks: field(14) + field(15),
    residentPages: field(24),
  };
}
