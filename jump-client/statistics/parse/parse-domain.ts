/** The domain of this computer: from its full host name, else from resolv.conf; empty when there is none. */
export function domainOf(hostname: string, resolvConf: string): string {
  const dot = hostname.indexOf('.');
  if (dot > 0) return hostname.slice(dot + 1);
  const named = /^\s*domain\s+(\S+)/m.exec(resolvConf)?.[1] ?? /^\s*search\s+(\S+)/m.exec(resolvConf)?.[1];
  return named === undefined || named === '.' ? '' : named.replace(/\.$/, '');
}

/** The work group that Samba's smb.conf names in [global]; empty when it names none. */
export function workGroupOf(smbConf: string): string {
  let section = '';
  for (const line of smbConf.split('\n')) {
    section = /^\s*\[(.+)\]/.exec(line)?.[1]?.trim().toLowerCase() ?? section;
    const workGroup = /^\s*workgroup\s*=\s*(.*?)\s*$/i.exec(line)?.[1];
    if (workGroup !== undefined && section === 'global') return workGroup;
  }
  return '';
}
