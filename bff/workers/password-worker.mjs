// Hashes passwords on a thread of its own. Plain JavaScript, because threads are started by path: from the sources as
// from the build.
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';

const NICENESS = 5;
try {
  // Linux keeps a priority for each thread: who reads pages goes before who signs in when cores are few.
  setPriority(Number(basename(readlinkSync('/proc/thread-self'))), NICENESS);
} catch {
  // Elsewhere all threads are equal.
}

parentPort?.on('message', ({ task, input, password, options }) => {
  try {
    const value = task === 'hash' ? hashSync(password, options) : verifySync(input, password, options);
    parentPort?.postMessage({ ok: true, value });
  } catch (error) {
    parentPort?.postMessage({ ok: false, message: String(error) });
  }
});
