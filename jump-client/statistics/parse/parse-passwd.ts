export type Account = { name: string; userId: number; home: string; shell: string };

/** The lines of /etc/passwd; those that are not seven fields are passed over. */
export function parsePasswd(text: string): Account[] {
  const accounts: Account[] = [];
  for (const line of text.split('\n')) {
    const [name, , userId, , , home, shell] = line.split(':');
    if (!name || !userId || home === undefined || shell === undefined || !/^\d+$/.test(userId)) continue;
    accounts.push({ name, userId: Number(userId), home, shell: shell.trim() });
  }
  return accounts;
}
