import type { Manifest } from '@plaza/contracts/manifest';
import type { ShellContract } from './shell-contract.ts';

/** What the build takes from the shell must be there, and not older than what it was built with. */
export function checkShared({ shared }: Manifest, shell: ShellContract): string[] {
  return Object.entries(shared).flatMap(([module, wanted]) => {
    const offered = shell.shared[module];
    if (!offered) return [`The shell does not share ${module}.`];
    if (!isNewEnough(offered.version, wanted.version))
      return [`The shell shares ${module} ${offered.version}, and this was built with ${wanted.version}.`];
    const missing = wanted.exports.filter((name) => !offered.exports.includes(name));
    return missing.length > 0 ? [`The shell shares no ${missing.join(', ')} of ${module}.`] : [];
  });
}

/** The same major version, and nothing that the build may rely on is missing. */
function isNewEnough(offered: string, wanted: string): boolean {
  const [major = 0, minor = 0] = offered.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major === wantedMajor && minor >= wantedMinor;
}
