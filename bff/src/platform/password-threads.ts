import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Options } from '@node-rs/argon2';
import { z } from 'zod';

/** Argon2 on threads of their own, which give way to everything else that the process does. */
export interface PasswordThreads {
  hash(password: Uint8Array, options: Options): Promise<string>;
  verify(phc: string, password: Uint8Array, options: Options): Promise<boolean>;
}

type Task = { password: Uint8Array; options: Options } & (
  | { task: 'hash' }
  | { task: 'verify'; input: string }
);
const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.union([z.string(), z.boolean()]) }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** Starts a thread when none is idle, and keeps it: whoever calls sees to it that there are not too many at once. */
export function createPasswordThreads(): PasswordThreads {
  const path = createRequire(import.meta.url).resolve('#workers/password-worker.mjs');
  const idle: Worker[] = [];
  const run = async (task: Task): Promise<string | boolean> => {
    const worker = idle.pop() ?? new Worker(path);
    worker.ref();
    const answer = answerSchema.parse(await ask(worker, task));
    // An idle thread keeps no process alive. One that failed is not asked again.
    worker.unref();
    idle.push(worker);
    if (!answer.ok) throw new Error(`A password was not hashed: ${answer.message}`);
    return answer.value;
  };
  return {
    hash: async (password, options) => z.string().parse(await run({ task: 'hash', password, options })),
    verify: async (phc, password, options) =>
      z.boolean().parse(await run({ task: 'verify', input: phc, password, options })),
  };
}

function ask(worker: Worker, task: Task): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const forget = () => {
      worker.off('message', take).off('error', fail).off('exit', end);
    };
    const take = (answer: unknown) => {
      forget();
      resolve(answer);
    };
    const fail = (error: unknown) => {
      forget();
      reject(error);
    };
    const end = () => fail(new Error('A thread that hashes passwords has ended.'));
    worker.on('message', take).on('error', fail).on('exit', end);
    worker.postMessage(task);
  });
}
