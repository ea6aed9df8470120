// What the tests need of the machine besides packages: a browser and a Redis server.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './install.mjs';

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {string | undefined} the path of a Chromium, installing one when there is none and the machine lets us */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('  Chromium is missing; installing it …');
  if (installFromDebian('chromium')) return findChromium();
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  const installed = findChromium();
  if (!installed) {
    console.error(
      '  No Chromium: install one and set CHROMIUM_PATH, or run "npx playwright install chromium".',
    );
  }
  return installed;
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : undefined;
  const { chromium } = createRequire(join(root, 'e2e/package.json'))('@playwright/test');
  return [...CHROMIUM_PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

/** @returns {boolean} whether there is a redis-server, after installing one when the machine lets us */
export function ensureRedis() {
  if (hasRedis()) return true;
  console.log('  redis-server is missing; installing it …');
  if (!installFromDebian('redis-server') && process.platform === 'darwin') {
    spawnSync('brew', ['install', 'redis'], { stdio: 'inherit' });
  }
  if (hasRedis()) return true;
  console.error('  No redis-server: install Redis 7 or newer so that redis-server is on the PATH.');
  return false;
}

function hasRedis() {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** @returns {boolean} whether the package was installed */
function installFromDebian(name) {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  // Without a password or not at all: a test run must not stop to ask.
  const [command, prefix] = isRoot ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) =>
    spawnSync(command, [...prefix, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  run('update', '-qq');
  return run('install', '-y', '-qq', '--no-install-recommends', name);
}
