// Plain JavaScript without packages: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patchPackages } from './patch-packages.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const NODE_WANTED = [20, 19];
const NPM_FOR_INSTALL = '11.19.1';
const lockFile = join(root, 'package-lock.json');
const npmMark = join(root, 'node_modules', '.package-lock.json');
const installedMark = join(root, 'node_modules', '.plaza-installed');

/** Ends the program with one line when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NODE_WANTED[0] || (major === NODE_WANTED[0] && minor >= NODE_WANTED[1])) return;
  console.error(
    `Plaza needs Node ${NODE_WANTED.join('.')} or newer; this is ${process.versions.node}. Get one at https://nodejs.org.`,
  );
  process.exit(1);
}

/**
 * Installs the packages when they are missing or do not fit the lockfile.
 * @returns {{ installed: boolean }} whether there was something to do
 */
export function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isInstalled(wanted)) {
    patchPackages();
    return { installed: false };
  }
  console.log('  Installing packages (about a minute the first time) …');
  // npm 10 leaves out the native parts of Vite 8, so an older npm fetches the one that works.
  const own = spawnSync('npm', ['--version'], { encoding: 'utf8' });
  const isRecent = Number.parseInt(own.stdout ?? '', 10) >= 11;
  const [command, args] = isRecent ? ['npm', []] : ['npx', ['-y', `npm@${NPM_FOR_INSTALL}`]];
  // Exactly the lockfile when there is nothing yet; later only what changed, because "npm ci" would first take the
  // packages away from whatever runs. "--no-save" keeps the lockfile as it is.
  const way = existsSync(npmMark) ? ['install', '--no-save'] : ['ci'];
  const flags = [...way, '--include=dev', '--include=optional', '--prefer-offline', '--loglevel=error'];
  const { status, error } = spawnSync(command, [...args, ...flags], { cwd: root, stdio: 'inherit' });
  if (error || status !== 0) {
    console.error(
      `\nThe packages could not be installed. Check the network, then run: npx -y npm@${NPM_FOR_INSTALL} install`,
    );
    process.exit(1);
  }
  patchPackages();
  writeMark(wanted);
  return { installed: true };
}

/** A package folder made by hand counts when it is younger than the lockfile. */
function isInstalled(wanted) {
  if (!existsSync(npmMark)) return false;
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === wanted) return true;
  if (statSync(npmMark).mtimeMs < statSync(lockFile).mtimeMs) return false;
  writeMark(wanted);
  return true;
}

function writeMark(hash) {
  mkdirSync(dirname(installedMark), { recursive: true });
  writeFileSync(installedMark, hash);
}

/** Lets this process import TypeScript; call it after the install. */
export async function enableTypeScript() {
  const { register } = await import('tsx/esm/api');
  register();
}
