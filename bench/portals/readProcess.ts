import { readFile } from 'node:fs/promises';

/** `USER_HZ`, which Linux gives to programs as 100 on every machine. */
const TICKS_PER_SECOND = 100;

/** What a process has computed since its start, where the system tells. */
export async function readCpuSeconds(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold spaces, so count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // utime and stime, the fields 14 and 15 of proc(5).
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isNaN(ticks) ? undefined : ticks / TICKS_PER_SECOND;
}

/** The memory that a process has in use, in MB of 1000 KB. */
export async function readMemoryMb(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kibibytes ? (Number(kibibytes) * 1024) / 1_000_000 : undefined;
}
