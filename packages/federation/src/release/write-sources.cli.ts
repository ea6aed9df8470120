import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractSchema } from '@plaza/contracts/manifest';
import { readSlotProps } from '../build/read-slot-props.mjs';
import { SOURCES_FILE, type SourceShapes } from './read-sources.ts';
import { runCommand } from './run-command.ts';

/** Writes what these sources offer and expect, for `readSources`; turbo keeps it until one of them changes. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const offered = contractSchema.pick({ procedures: true, events: true });

const describing = runCommand(process.execPath, ['--import', 'tsx', 'bff/src/release/contract.cli.ts'], {
  cwd: root,
});
const slotProps = readSlotProps(fileURLToPath(import.meta.resolve('@plaza/contracts/remotes')));
const shapes: SourceShapes = { ...offered.parse(JSON.parse(await describing)), slotProps };
const file = `${root}${SOURCES_FILE}`;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(`${file}.new`, JSON.stringify(shapes));
renameSync(`${file}.new`, file);
