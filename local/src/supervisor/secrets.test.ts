import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSecrets } from './secrets.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-secrets-'));
  file = join(folder, 'data', 'secrets.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the secrets of a data folder', () => {
  it('are made once and belong to their owner alone', () => {
    const secrets = readSecrets(file);
    expect(readSecrets(file)).toEqual(secrets);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('of an older version stay, and get what is new beside them', () => {
    const { internalToken } = readSecrets(file);
    writeFileSync(file, JSON.stringify({ internalToken }));
    const secrets = readSecrets(file);
    expect(secrets.internalToken).toBe(internalToken);
    expect(readSecrets(file)).toEqual(secrets);
  });

  it('are never replaced when they cannot be read', () => {
    readSecrets(file);
    writeFileSync(file, '{"sealingKeys": ');
    expect(() => readSecrets(file)).toThrow('cannot be read');
  });
});
