import { createRequire } from 'node:module';
import declared from '@plaza/federation/shared-modules.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { sharedModules } from './shared-modules.ts';

const require = createRequire(import.meta.url);

describe('what the shell shares', () => {
  it.each(Object.entries(declared))('is what remotes are built against: %s', (module, names) => {
    const offered = Object.keys(sharedModules[module]?.exports ?? {});
    if (names === '*')
      expect(offered).toEqual(expect.arrayContaining(['jsx' in require(module) ? 'jsx' : 'useState']));
    else expect(offered.sort()).toEqual([...names].sort());
    for (const name of offered) expect(sharedModules[module]?.exports[name], name).toBeDefined();
  });

  it.each(['@tanstack/react-router', '@tanstack/react-query'])('names its version: %s', (module) => {
    expect(sharedModules[module]?.version).toBe(require(`${module}/package.json`).version);
  });

  it('is nothing that no remote may name', () => {
    expect(Object.keys(sharedModules).sort()).toEqual(Object.keys(declared).sort());
  });
});
