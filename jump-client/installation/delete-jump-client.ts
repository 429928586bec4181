import { deleteInstallation } from '../delete-installation.ts';
import { type Installation, placesIn } from './installation.ts';
import { removeInstallation } from './remove-installation.ts';

/**
 * Deletes what a Jump Client leaves that is uninstalled: all of an installation, or of any other what it has put into its
 * data folder. A service's account may take away no more than its data; what keeps it running does the rest.
 */
export function deleteJumpClient(dataDir: string, installation: Installation | null): void {
  const isItsOwn = installation !== null && placesIn(installation.folder).dataDir === dataDir;
  const mayRemoveAll = installation?.record.mode === 'user' || process.getuid?.() === 0;
  if (isItsOwn && mayRemoveAll) removeInstallation(installation);
  else deleteInstallation(dataDir);
}
