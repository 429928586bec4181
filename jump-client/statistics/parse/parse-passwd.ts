export type Account = { name: string; userId: number; groupId: number; home: string; shell: string };

/** The lines of /etc/passwd; those that are not seven fields are passed over. */
export function parsePasswd(text: string): Account[] {
  const accounts: Account[] = [];
  for (const line of text.split('\n')) {
    const [name, , userId, groupId, , home, shell] = line.split(':');
    if (!name || home === undefined || shell === undefined) continue;
    if (!/^\d+$/.test(userId ?? '') || !/^\d+$/.test(groupId ?? '')) continue;
    accounts.push({ name, userId: Number(userId), groupId: Number(groupId), home, shell: shell.trim() });
  }
  return accounts;
}
