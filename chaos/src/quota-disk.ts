import { spawnSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

/** A folder that holds so much and no more, whose room can be taken away. */
export interface QuotaDisk {
  /** Leaves no room beyond what is used now. */
  fill(): void;
  relieve(): void;
  unmount(): void;
}

const SPARE_BYTES = 64 * 1024;

/** Mounts memory as a file system of its own over a folder. @returns null where that is not allowed: it takes root on Linux */
export function mountQuotaDisk(folder: string, sizeBytes: number): QuotaDisk | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' }).status === 0;
  if (!mount(`size=${sizeBytes}`)) return null;
  const usedBytes = () => {
    const { blocks, bfree, bsize } = statfsSync(folder);
    return (blocks - bfree) * bsize;
  };
  return {
    fill: () => void mount(`remount,size=${usedBytes() + SPARE_BYTES}`),
    relieve: () => void mount(`remount,size=${sizeBytes}`),
    unmount: () => void spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' }),
  };
}
