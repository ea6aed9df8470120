import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMismatches, table } from './report.ts';
import { runPipelineChaos } from './run-pipeline-chaos.ts';

describe('a pipeline whose every part is killed, cut off and filled up', () => {
  it('keeps its promises', { timeout: 240_000 }, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'plaza-chaos-'));
    const report = await runPipelineChaos({
      dataDir,
      seed: 4,
      seconds: 14,
      withRedis: true,
      browsers: 0,
      clickhouseAwaySeconds: 0,
      spared: [],
      pauseMs: 500,
      clients: 9,
      eventsPerSecond: 90,
      buyers: 2,
      say: () => {},
    });
    expect(findMismatches(report), `${table(report)}\nlogs: ${dataDir}/logs`).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
