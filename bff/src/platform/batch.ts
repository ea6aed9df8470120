import type { Query } from './query.ts';

interface BatchOptions<Input> {
  /** The most that is done at once. */
  maxSize: number;
  /** The most that may wait; more is refused. */
  maxWaiting: number;
  /** Two inputs with the same key are never in one batch. */
  keyOf(input: Input): string;
}

interface Waiting<Input, Output> {
  input: Input;
  resolve(output: Output): void;
  reject(reason: unknown): void;
}

/**
 * Does together what is asked for at the same time: while one batch is under way, the next one gathers. Alone, an input
 * waits for nothing. A batch that fails is done again one by one, so that each input fails alone.
 * @param run answers one output an input, in the same order
 */
export function createBatcher<Input, Output>(
  run: (inputs: readonly Input[]) => Promise<readonly Output[]>,
  options: BatchOptions<Input>,
): (input: Input) => Promise<Output> {
  const waiting: Waiting<Input, Output>[] = [];
  let isRunning = false;

  const work = async () => {
    isRunning = true;
    while (waiting.length > 0) await runBatch(takeBatch(waiting, options), run);
    isRunning = false;
  };
  return (input) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= options.maxWaiting) {
        reject(new Error(`More than ${options.maxWaiting} wait.`));
        return;
      }
      waiting.push({ input, resolve, reject });
      if (!isRunning) void work();
    });
}

/** As `createBatcher`, for statements: each pool of connections has a batcher of its own. */
export function createQueryBatcher<Input, Output>(
  run: (query: Query, inputs: readonly Input[]) => Promise<readonly Output[]>,
  options: BatchOptions<Input>,
): (query: Query, input: Input) => Promise<Output> {
  const batchers = new WeakMap<Query, (input: Input) => Promise<Output>>();
  return (query, input) => {
    const batcher = batchers.get(query) ?? createBatcher((inputs) => run(query, inputs), options);
    batchers.set(query, batcher);
    return batcher(input);
  };
}

/** Removes the next batch from the front; those whose key is in it already stay, in their order. */
function takeBatch<Input, Output>(
  waiting: Waiting<Input, Output>[],
  { maxSize, keyOf }: BatchOptions<Input>,
): Waiting<Input, Output>[] {
  const batch = new Map<string, Waiting<Input, Output>>();
  const later: Waiting<Input, Output>[] = [];
  for (const one of waiting.splice(0)) {
    const key = keyOf(one.input);
    if (batch.size >= maxSize || batch.has(key)) later.push(one);
    else batch.set(key, one);
  }
  waiting.push(...later);
  return [...batch.values()];
}

async function runBatch<Input, Output>(
  batch: readonly Waiting<Input, Output>[],
  run: (inputs: readonly Input[]) => Promise<readonly Output[]>,
): Promise<void> {
  try {
    const outputs = await run(batch.map((one) => one.input));
    for (const [index, one] of batch.entries()) {
      const output = outputs[index];
      if (output === undefined) one.reject(new Error('A batch left an input without an output.'));
      else one.resolve(output);
    }
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error);
    else for (const one of batch) await runBatch([one], run);
  }
}
